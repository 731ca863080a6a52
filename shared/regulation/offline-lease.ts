/**
 * How long an office PC may be unlocked without a word from the centre. An account that was closed at the
 * centre is told so only over the line; without an end, its vault would open for ever. Dated rows with their source.
 */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface OfflineLeaseRow {
  readonly scope: 'national';
  /** Days after the centre last answered with a session. */
  readonly value: number;
  readonly unit: 'days';
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

export const offlineLeases: readonly OfflineLeaseRow[] = [
  {
    scope: 'national',
    value: 30,
    unit: 'days',
    validFrom: '2026-11-01',
    validTo: null,
    source:
      'Quy tắc nội bộ của phần mềm (docs/desktop.md, The vault); không phải quy định của pháp luật',
  },
];

/** The row in force on a day; before the first row began, that row already. */
export function offlineLeaseOn(
  day: CivilDate,
  rows: readonly OfflineLeaseRow[] = offlineLeases,
): OfflineLeaseRow {
  const row =
    rows.findLast(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
    ) ?? rows[0];
  if (!row) throw new TypeError('the offline lease has no rows');
  return row;
}

const dayMs = 86_400_000;
/** A PC's clock may have been set a little back since; more than this and it says nothing of the lease. */
const clockErrorMs = dayMs;

/**
 * Whether a PC may be unlocked now. `clockBehind`: the clock stands before the centre's last answer.
 * @param confirmedAtUtc when the centre last answered with a session, by this PC's clock; null: not known
 */
export function offlineLease(
  row: OfflineLeaseRow,
  confirmedAtUtc: string | null,
  nowUtc: string,
): 'holds' | 'ended' | 'clockBehind' {
  if (confirmedAtUtc === null) return 'ended';
  const passedMs = Date.parse(nowUtc) - Date.parse(confirmedAtUtc);
  if (passedMs < -clockErrorMs) return 'clockBehind';
  return passedMs > row.value * dayMs ? 'ended' : 'holds';
}
