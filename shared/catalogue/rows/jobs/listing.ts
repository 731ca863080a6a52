/**
 * Shorthand of the job positions. The decree gives them no code, so the codes are ours; offices' own codes are
 * added as other spellings. Grades (bậc nghề nghiệp) run from 1, the lowest, to 5.
 */
import type { JobPositionRow } from '../../catalogue.ts';
import { listing } from '../listing.ts';

const decree = 'NĐ 232/2026/NĐ-CP';
const validFrom = '2026-07-01';

type Grades = NonNullable<JobPositionRow['grades']>;
type Job = readonly [code: string, label: string, aliases?: readonly string[]];

/** One line of jobs that share their grades; null: the decree gives these no grade of their own. */
export type JobLine = readonly [grades: Grades | null, jobs: readonly Job[]];

export const jobs = (
  kind: JobPositionRow['kind'],
  place: string,
  lines: readonly JobLine[],
): readonly JobPositionRow[] =>
  lines.flatMap(([grades, list]) =>
    listing<Pick<JobPositionRow, 'kind' | 'grades'>>(
      { source: `${decree}, ${place}`, validFrom, unverified: true },
      list.map(([code, label, aliases]) => [
        code,
        label,
        aliases,
        grades === null ? { kind } : { kind, grades },
      ]),
    ),
  );
