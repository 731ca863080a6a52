/**
 * After how long without a hand on keyboard or mouse the program locks itself. Dated rows with their source;
 * a province may set a shorter time, not a longer one.
 */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface IdleLockRow {
  readonly scope: 'national';
  readonly value: number;
  readonly unit: 'minutes';
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

export const idleLocks: readonly IdleLockRow[] = [
  {
    scope: 'national',
    value: 15,
    unit: 'minutes',
    validFrom: '2026-01-01',
    validTo: null,
    source: 'QCVN 12:2026/BCA, 3.6.2.1.8: không quá 15 phút đối với phần mềm nghiệp vụ',
  },
];

/** The row in force on a day; before the first row began, that row already. */
export function idleLockOn(day: CivilDate, rows: readonly IdleLockRow[] = idleLocks): IdleLockRow {
  const row =
    rows.findLast(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
    ) ?? rows[0];
  if (!row) throw new TypeError('the idle lock has no rows');
  return row;
}
