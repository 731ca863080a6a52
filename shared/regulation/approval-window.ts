/**
 * The window of each month in which a unit's head approves. Every number is a dated row with its source.
 * A province without a row of its own has the national one; the code asks, it never knows a number.
 */
import { daysInMonth, type CivilDate } from '../calendar/partial-date.ts';

export interface ApprovalWindowRow {
  readonly scope: string;
  /** First and last day of the month; negative days count back from the end (-1 is the last day). */
  readonly value: { readonly firstDay: number; readonly lastDay: number };
  readonly unit: 'dayOfMonth';
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

export const approvalWindows: readonly ApprovalWindowRow[] = [
  {
    scope: 'national',
    value: { firstDay: -5, lastDay: -1 },
    unit: 'dayOfMonth',
    validFrom: '2023-05-05',
    validTo: null,
    source: 'Thông tư 06/2023/TT-BNV, Điều 7 khoản 1',
  },
  {
    scope: 'H20',
    value: { firstDay: -5, lastDay: -1 },
    unit: 'dayOfMonth',
    validFrom: '2026-02-27',
    validTo: null,
    source: 'QĐ 34/2026/QĐ-UBND Đồng Tháp, Điều 11',
  },
  {
    scope: 'H38',
    value: { firstDay: 21, lastDay: 25 },
    unit: 'dayOfMonth',
    validFrom: '2024-02-20',
    validTo: null,
    source: 'QĐ 06/2024/QĐ-UBND Lào Cai, Điều 7 khoản 2',
  },
];

/** The row in force for a unit on a day: the province's own before the national one. */
export function approvalWindowOf(unit: string, on: CivilDate): ApprovalWindowRow | undefined {
  const inForce = approvalWindows.filter(
    (row) => row.validFrom <= on && (row.validTo === null || on <= row.validTo),
  );
  const province = unit.split('.')[0];
  return (
    inForce.find((row) => row.scope === province) ?? inForce.find((row) => row.scope === 'national')
  );
}

/** First and last day of the window of a month (`yyyy-mm`). */
export function windowDays(
  row: ApprovalWindowRow,
  period: string,
): { readonly first: CivilDate; readonly last: CivilDate } {
  const length = daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5)));
  const day = (value: number) =>
    `${period}-${String(value < 0 ? length + 1 + value : value).padStart(2, '0')}`;
  return { first: day(row.value.firstDay), last: day(row.value.lastDay) };
}

/** Whether a signing day lies inside, before or after the window of the period. */
export function approvalTiming(
  row: ApprovalWindowRow,
  period: string,
  signedOn: CivilDate,
): 'inWindow' | 'early' | 'late' {
  const { first, last } = windowDays(row, period);
  return signedOn < first ? 'early' : signedOn > last ? 'late' : 'inWindow';
}
