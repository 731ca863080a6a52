/**
 * Rows that do not open (a damaged disk, a half-written page) must not take the others with them: they come
 * out as `unopened`, and are reported, so that mirrors are fetched anew and steps taken from the journal.
 */
import { UnsealError, type Sealed, type Sealer } from './sealer.ts';

export const unopened: unique symbol = Symbol('unopened');

export function tolerantSealer(
  sealer: Sealer,
  onUnopened: (ids: readonly string[]) => void,
): Sealer {
  async function open(rows: readonly Sealed[]): Promise<readonly unknown[]> {
    try {
      return await sealer.open(rows);
    } catch (error) {
      if (!(error instanceof UnsealError)) throw error;
      const broken = new Set(error.ids);
      onUnopened(error.ids);
      const whole = rows.filter(({ id }) => !broken.has(id));
      // The others opened a moment ago; none of them may be among the broken ones now.
      const values = whole.length === 0 ? [] : await sealer.open(whole);
      let next = 0;
      return rows.map(({ id }): unknown => (broken.has(id) ? unopened : values[next++]));
    }
  }
  return { seal: (rows) => sealer.seal(rows), open };
}
