/**
 * Finds documents that two halves of a split cluster wrote apart, and settles them by rule (split-rule.ts). Nothing is
 * dropped: a version that does not stand is first kept whole in the server's database `splits`, then taken from its
 * place; both are on record, and a change of which a step was lost goes back to its author (return-change.ts). Ending anywhere does no harm: the copy has an id of its own, and the rule says the same again.
 */
import type { Audit } from '../documents/audit.ts';
import { ensureDatabase, serverDatabases } from '../documents/databases.ts';
import { bareDocument, following, refusal } from '../documents/documents.ts';
import type { DocumentStore, Sequence, StoredDocument } from '../store/document-store.ts';
import { returnedAfterSplit } from './return-change.ts';
import { settle } from './split-rule.ts';

const pageSize = 1000;
/** Entries bear random ids and are never changed; copies of splits, likewise. */
const neverSplit: readonly string[] = [serverDatabases.audit, serverDatabases.splits];

export interface SplitParts {
  readonly store: DocumentStore;
  readonly audit: Audit;
  readonly nowMs: () => number;
}

/** Each call looks at what was written since the last one. Returns how many documents it settled. */
export function createSplitSettler({ store, audit, nowMs }: SplitParts): () => Promise<number> {
  const seen = new Map<string, Sequence>();

  async function settleOne(database: string, id: string): Promise<boolean> {
    const read = await store.openRevs(database, id, 'all');
    const living = read.flatMap((row) => ('ok' in row && !row.ok._deleted ? [row.ok] : []));
    if (living.length < 2) return false;
    const { kept, others } = settle(living);
    await keepCopies(database, others, kept?._rev ?? '');
    // Before the others go: who was faster in this moment makes it a case for the next round.
    if (kept && !(await tellAuthor(database, kept, others))) return false;
    const gone = others.map(({ _id, _rev = '' }) => ({ _id, _rev, _deleted: true }));
    const written = await store.bulkDocs(database, gone);
    const refused = written.find((row) => !row.ok && row.error !== 'conflict');
    if (refused) throw refusal(refused);
    audit.record({
      event: 'split.settle',
      account: 'server',
      target: `${database}/${id}`,
      outcome: `kept ${kept?._rev ?? ''}`,
      rows: others.map(({ _rev = '' }) => `${id} ${_rev}`),
    });
    return true;
  }

  /** False when somebody else wrote the document meanwhile. */
  async function tellAuthor(
    database: string,
    kept: StoredDocument,
    others: readonly StoredDocument[],
  ): Promise<boolean> {
    const returned = returnedAfterSplit(kept, others, new Date(nowMs()).toISOString());
    if (!returned) return true;
    const [written] = await store.bulkDocs(database, [following(returned, kept._rev)]);
    if (written?.ok) return true;
    if (written?.error !== 'conflict') throw refusal(written);
    return false;
  }

  async function keepCopies(
    database: string,
    others: readonly StoredDocument[],
    kept: string,
  ): Promise<void> {
    await ensureDatabase(store, serverDatabases.splits);
    const settledAtUtc = new Date(nowMs()).toISOString();
    const copies = others.map((document) => ({
      _id: `split:${database}:${document._id}:${document._rev ?? ''}`,
      type: 'split',
      database,
      id: document._id,
      rev: document._rev ?? '',
      kept,
      settledAtUtc,
      document: bareDocument(document),
    }));
    const written = await store.bulkDocs(serverDatabases.splits, copies);
    // A conflict: an earlier try kept it already.
    const refused = written.find((row) => !row.ok && row.error !== 'conflict');
    if (refused) throw refusal(refused);
  }

  async function settleDatabase(database: string): Promise<number> {
    let settled = 0;
    for (;;) {
      const since = seen.get(database) ?? 0;
      const page = await store.changes(database, { since, limit: pageSize, style: 'all_docs' });
      for (const { id, changes } of page.results)
        if (changes.length > 1 && (await settleOne(database, id))) settled += 1;
      seen.set(database, page.last_seq);
      if (page.results.length < pageSize) return settled;
    }
  }

  return async () => {
    let settled = 0;
    for (const database of await store.databaseNames())
      if (!database.startsWith('_') && !neverSplit.includes(database))
        settled += await settleDatabase(database);
    return settled;
  };
}

/** How many versions were set aside so far. */
export async function countSplits(store: DocumentStore): Promise<number> {
  const names = await store.databaseNames();
  if (!names.includes(serverDatabases.splits)) return 0;
  return (await store.info(serverDatabases.splits)).doc_count;
}
