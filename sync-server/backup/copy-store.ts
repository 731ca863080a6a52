/**
 * Reads a whole store, database by database: every leaf revision with its ancestry and attachments.
 *
 * Over a store that is written meanwhile the rule is: what was acknowledged before the reading began is read, in
 * that state or a later one; and the order keeps what depends before what it depends on (desks before records,
 * both before claims), so that a later read can only hold more of it, never less. What is left half done that way
 * the server finishes by itself: it resumes accepted approvals and takes claims anew.
 */
import { referenceDatabase, unitOfDatabase } from '../../shared/unit/unit.ts';
import { serverDatabases } from '../documents/databases.ts';
import type { ReadableStore, StoredDocument } from '../store/document-store.ts';
import { createContentDigest, type ContentCount } from './content-digest.ts';

const pageSize = 400;

/** In the order of reading. CouchDB's own (`_users`, `_replicator`) are not ours to copy. */
export function copyOrder(names: readonly string[]): readonly string[] {
  const own = names.filter((name) => !name.startsWith('_'));
  const rankOf = (name: string): number => {
    if (name === referenceDatabase) return 0;
    if (name.startsWith('desk-')) return 1;
    if (unitOfDatabase(name) !== null) return 2;
    // Last of all: with the settings an installation is whole.
    return name === serverDatabases.settings ? 4 : 3;
  };
  return own.toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
}

export interface CopiedDatabase extends ContentCount {
  readonly name: string;
  readonly updateSeq: string;
}

/** Gives each document's leaves; returns what the database held. */
export async function* copyDatabase(
  store: ReadableStore,
  name: string,
  moving: boolean,
): AsyncGenerator<StoredDocument, CopiedDatabase> {
  const { update_seq } = await store.info(name);
  const digest = createContentDigest(moving);
  let since: number | string = 0;
  for (;;) {
    const page = await store.changes(name, { since, limit: pageSize, style: 'all_docs' });
    for (const { id, deleted, leaves } of await leavesOf(store, name, page.results)) {
      digest.add(id, deleted, leaves);
      yield* leaves;
    }
    since = page.last_seq;
    if (page.results.length < pageSize) break;
  }
  return { name, ...digest.count(), updateSeq: String(update_seq) };
}

type Page = Awaited<ReturnType<ReadableStore['changes']>>['results'];

async function leavesOf(store: ReadableStore, name: string, rows: Page) {
  if (rows.length === 0) return [];
  const items = rows.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  const read = await store.bulkGet(name, items, { revs: true, attachments: true });
  const found = Map.groupBy(
    read.flatMap(({ docs }) => docs.flatMap((row) => ('ok' in row ? [row.ok] : []))),
    ({ _id }) => _id,
  );
  return rows.flatMap(({ id, deleted }) => {
    // A revision overtaken since the page was read is gone; the document comes again further on in the feed.
    const leaves = found.get(id);
    return leaves ? [{ id, deleted: deleted === true, leaves }] : [];
  });
}
