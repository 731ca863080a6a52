/** The journal that the main process keeps, over the bridge. */
import type { HosoBridge } from '../../../../shared/contract/ipc.ts';
import { ProblemError, isProblemCode, type Result } from '../../../../shared/errors/index.ts';
import type { Journal, JournalEntry } from './journal.ts';

/** As many as one message may hold. */
const entriesPerMessage = 500;
const idsPerMessage = 5_000;

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, details } = result.problem;
  throw new ProblemError(isProblemCode(code) ? code : 'INTERNAL', details);
}

const parts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );

async function replay(bridge: HosoBridge): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const page: { entries: JournalEntry[]; next: number | null } = taken(
      await bridge.invoke('journal.replay', { from }),
    );
    entries.push(...page.entries);
    from = page.next;
  }
  return entries;
}

export function bridgeJournal(bridge: HosoBridge): Journal {
  return {
    keeps: true,
    append: async (entries) => {
      for (const some of parts(entries, entriesPerMessage)) {
        taken(await bridge.invoke('journal.append', { entries: [...some] }));
      }
    },
    settled: async (ids) => {
      for (const some of parts(ids, idsPerMessage)) {
        taken(await bridge.invoke('journal.settled', { ids: [...some] }));
      }
    },
    replay: () => replay(bridge),
  };
}
