/** How many PCs one account may have at once: each holds a key that opens its answers. Dated rows with their source. */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface DeviceLimitRow {
  readonly scope: 'national';
  /** Devices of one account that were not revoked. Generous: a PC whose vault was lost comes as a new one. */
  readonly value: number;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

const deviceLimits: readonly DeviceLimitRow[] = [
  {
    scope: 'national',
    value: 20,
    validFrom: '2026-11-01',
    validTo: null,
    source:
      'Quy tắc nội bộ của phần mềm (docs/desktop.md, Devices); không phải quy định của pháp luật',
  },
];

/** The row in force on a day; before the first row began, that row already. */
export function deviceLimitOn(
  day: CivilDate,
  rows: readonly DeviceLimitRow[] = deviceLimits,
): DeviceLimitRow {
  const row =
    rows.findLast(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
    ) ?? rows[0];
  if (!row) throw new TypeError('the device limit has no rows');
  return row;
}
