/** The people that a test enters, each known by the end of an identity number, and what the centre has of them. */
import { serialOf } from '../e2e/demo/staff-list.ts';
import { openClient, until } from '../integration/client/clients.ts';

export function entries(url: string) {
  let next = 0;
  /** How often the centre has each person. */
  async function atCentre(): Promise<ReadonlyMap<string, number>> {
    const officer = await openClient(url, 'officer');
    try {
      await officer.sync.syncNow();
      await until(officer.sync.state, ({ phase }) => phase === 'live', 60_000);
      const counts = new Map<string, number>();
      for (const { patch } of await officer.changes({})) {
        const serial = /\d{12}/.exec(JSON.stringify(patch))?.[0].slice(-6);
        if (serial !== undefined) counts.set(serial, (counts.get(serial) ?? 0) + 1);
      }
      return counts;
    } finally {
      await officer.close();
    }
  }
  return {
    /** Rows of the staff list that nobody has entered yet. */
    take: (count: number) => {
      const first = next;
      next += count;
      return { first, serials: Array.from({ length: count }, (_, at) => serialOf(first + at)) };
    },
    /** Those that the centre has not once, or more than once. */
    missing: async (wanted: {
      readonly once: readonly string[];
      readonly atMostOnce?: readonly string[];
    }): Promise<readonly string[]> => {
      const there = await atCentre();
      const count = (serial: string) => there.get(serial) ?? 0;
      return [
        ...wanted.once.filter((serial) => count(serial) !== 1),
        ...(wanted.atMostOnce ?? []).filter((serial) => count(serial) > 1),
      ];
    },
  };
}
