/**
 * How many changes an account may have open in one unit: a stolen or careless account must not fill the store.
 * Counted in memory, so that admission costs no round trip: each server keeps a tally per account and unit that
 * only rises, and counts in the store when the tally says that the limit is reached (at most once a minute).
 * The limit is therefore one of each server, and a loose one for offices: their tally begins at nothing with
 * each start, while a person's own few changes are counted first.
 */
import { may } from '../../shared/account/policy.ts';
import type { Change, ChangeState } from '../../shared/change/change.ts';
import { problem, type Problem } from '../../shared/errors/index.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import { StoreError, type DocumentStore } from '../store/document-store.ts';
import type { Author } from './change-steps.ts';
import { maskedChangeOf } from './stored-shapes.ts';

/** Operational limits: a person mends one dossier; an office enters its whole staff before anyone approves. */
export const openLimits = { own: 50, office: 20_000 } as const;

const settled: readonly ChangeState[] = ['approved', 'withdrawn'];
export const isOpen = ({ state }: Pick<Change, 'state'>): boolean => !settled.includes(state);

const recountMs = 60_000;
const pageSize = 500;
const mostTallies = 20_000;

interface Tally {
  open: number;
  countedAtMs: number;
}

export interface OpenChanges {
  /** Null when there is room for one more new change, which is then counted; else why not. */
  admit(author: Author, change: Change): Promise<Problem | null>;
}

export function createOpenChanges(
  store: DocumentStore,
  nowMs: () => number,
  limits: { readonly own: number; readonly office: number } = openLimits,
): OpenChanges {
  const tallies = new Map<string, Tally>();

  async function recount(tally: Tally, account: string, unit: string): Promise<void> {
    tally.countedAtMs = nowMs();
    tally.open = await countOpen(store, account, unit);
  }

  async function tallyOf(account: string, unit: string, countFirst: boolean): Promise<Tally> {
    const key = `${account} ${unit}`;
    const held = tallies.get(key);
    if (held) return held;
    if (tallies.size >= mostTallies) tallies.clear();
    const tally = { open: 0, countedAtMs: Number.NEGATIVE_INFINITY };
    tallies.set(key, tally);
    if (countFirst) await recount(tally, account, unit);
    return tally;
  }

  return {
    async admit({ subject }, { unit, dossier }) {
      const byOffice = may(subject, 'change.submit', { unit, dossier });
      const most = byOffice ? limits.office : limits.own;
      const tally = await tallyOf(subject.account, unit, !byOffice);
      if (tally.open >= most && nowMs() - tally.countedAtMs >= recountMs)
        await recount(tally, subject.account, unit);
      if (tally.open >= most) return problem('CHANGE_TOO_MANY_OPEN', { most });
      tally.open += 1;
      return null;
    },
  };
}

async function countOpen(store: DocumentStore, account: string, unit: string): Promise<number> {
  let open = 0;
  let startKey = 'change:';
  for (;;) {
    const rows = await readPage(store, deskDatabase(unit), startKey);
    for (const { doc } of rows) {
      const change = doc ? maskedChangeOf({ rev: '', doc }) : null;
      if (change?.author.account === account && isOpen(change)) open += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return open;
    startKey = `${last.id}\u0000`;
  }
}

async function readPage(store: DocumentStore, database: string, startKey: string) {
  const range = { startKey, endKey: 'change;', limit: pageSize, includeDocs: true };
  try {
    const page = await store.allDocs(database, range);
    return page.rows.flatMap((row) => ('error' in row ? [] : [row]));
  } catch (error) {
    // Nothing was ever entered in this unit.
    if (error instanceof StoreError && error.status === 404) return [];
    throw error;
  }
}
