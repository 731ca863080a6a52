/** How large and how many scans may be, and how long what nobody needs is kept. Dated rows with their source. */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface ScanLimitRow {
  readonly scope: 'national';
  readonly value: {
    /** Of one scan. */
    readonly mostBytes: number;
    /** Scans of one change. */
    readonly mostOfChange: number;
    /** Unfinished uploads of one account. */
    readonly mostUploads: number;
    /** Bytes that one account may have at the centre, per unit, that no change refers to. */
    readonly mostUnreferencedBytes: number;
    /** An upload that nobody continued is dropped after so many days. */
    readonly unfinishedDays: number;
    /**
     * A scan at the centre that no change refers to is dropped after so many days, and after a restore nothing is
     * dropped for so long. Longer than an office may be without a line (offline-lease.ts) with time to mend what
     * was refused: until then a change that the centre does not know may still need it.
     */
    readonly unreferencedDays: number;
    /** Scans fetched from the centre that an office's PC keeps for looking at again. */
    readonly mostFetchedBytes: number;
  };
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

const megabyte = 1024 * 1024;

export const scanLimits: readonly ScanLimitRow[] = [
  {
    scope: 'national',
    value: {
      mostBytes: 25 * megabyte,
      mostOfChange: 20,
      mostUploads: 40,
      mostUnreferencedBytes: 2_000 * megabyte,
      unfinishedDays: 7,
      unreferencedDays: 180,
      mostFetchedBytes: 500 * megabyte,
    },
    validFrom: '2026-11-01',
    validTo: null,
    source: 'Quy tắc nội bộ của phần mềm (docs/scans.md); không phải quy định của pháp luật',
  },
];

/** The limits in force on a day; before the first row began, that row already. */
export function scanLimitOn(
  day: CivilDate,
  rows: readonly ScanLimitRow[] = scanLimits,
): ScanLimitRow['value'] {
  const row =
    rows.findLast(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
    ) ?? rows[0];
  if (!row) throw new TypeError('the scan limits have no rows');
  return row.value;
}

/** As people say it. */
export const inMegabytes = (bytes: number): number => Math.floor(bytes / megabyte);
