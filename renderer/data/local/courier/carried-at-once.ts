/** What one bundle may hold: the first rows, in their order, that the centre unpacks. The rest waits for the next one. */
import { courierLimits } from '../../../../shared/courier/limits.ts';
import type { CarriedRow } from '../sync/push-pump.ts';

const encoder = new TextEncoder();

/** @param most bytes of all rows as JSON */
export function carriedAtOnce(
  rows: readonly CarriedRow[],
  most: number = courierLimits.rowsBytes,
): readonly CarriedRow[] {
  let bytes = 0;
  const over = rows.findIndex(({ row }) => {
    bytes += encoder.encode(JSON.stringify(row)).length;
    return bytes > most;
  });
  return over === -1 ? rows : rows.slice(0, Math.max(1, over));
}
