/** The months that may be approved today, and what the regulation says of their windows. */
import { civilDateInVietnam, formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import {
  approvalTiming,
  approvalWindowOf,
  windowDays,
} from '../../../shared/regulation/approval-window.ts';

/** This month and the one before it: a month that was missed can still be signed, late. */
export function openPeriods(nowUtc: string): readonly [present: string, before: string] {
  const present = civilDateInVietnam(nowUtc).slice(0, 7);
  const [year = 0, month = 1] = present.split('-').map(Number);
  const before =
    month === 1
      ? `${String(year - 1)}-12`
      : `${String(year)}-${String(month - 1).padStart(2, '0')}`;
  return [present, before];
}

export interface PeriodWindow {
  readonly first: string;
  readonly last: string;
  readonly timing: 'inWindow' | 'early' | 'late';
  readonly source: string;
}

/** The window of a period for a unit, with its citation; null when no rule is in force. */
export function periodWindow(unit: string, period: string, nowUtc: string): PeriodWindow | null {
  const today = civilDateInVietnam(nowUtc);
  const row = approvalWindowOf(unit, today);
  if (!row) return null;
  const { first, last } = windowDays(row, period);
  return {
    first: formatPartialDate(first),
    last: formatPartialDate(last),
    timing: approvalTiming(row, period, today),
    source: row.source,
  };
}
