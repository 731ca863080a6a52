/** Shorthand of the rank tables: one line per code, one source per block. */
import type { RankRow } from '../../catalogue.ts';

type Line = readonly [
  code: string,
  label: string,
  payGroup: string,
  mark?: 'unverified',
  otherPayGroups?: readonly string[],
];

/** Rows of one source. `validFrom` is the day the document came into force, where known. */
export function ranks(
  source: string,
  lines: readonly Line[],
  validFrom?: string,
): readonly RankRow[] {
  return lines.map(([code, label, payGroup, mark, otherPayGroups]) => ({
    code,
    label,
    payGroup,
    source,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(mark === 'unverified' ? { unverified: true } : {}),
    ...(otherPayGroups === undefined ? {} : { otherPayGroups }),
  }));
}
