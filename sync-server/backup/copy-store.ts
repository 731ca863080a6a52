/**
 * Reads a whole store, database by database: every leaf revision with its ancestry and attachments.
 *
 * Over a store that is written meanwhile the rule is: what was acknowledged before the reading began is read, in
 * that state or a later one; and the order keeps what depends before what it depends on (desks before records,
 * both before claims), so that a later read can only hold more of it, never less. What is left half done that way
 * the server finishes by itself: it resumes accepted approvals and takes claims anew.
 */
import { ProblemError } from '../../shared/errors/index.ts';
import { isDeskDatabase, referenceDatabase, unitOfDatabase } from '../../shared/unit/unit.ts';
import { serverDatabases } from '../documents/databases.ts';
import type { ReadableStore, StoredDocument } from '../store/document-store.ts';
import { createContentDigest, type ContentCount } from './content-digest.ts';

const pageSize = 400;
/** How often the end of a feed that goes on is met while something is still missing. */
const mostEnds = 20;

/** In the order of reading. CouchDB's own (`_users`, `_replicator`) are not ours to copy. */
export function copyOrder(names: readonly string[]): readonly string[] {
  const own = names.filter((name) => !name.startsWith('_'));
  const rankOf = (name: string): number => {
    if (name === referenceDatabase) return 0;
    if (isDeskDatabase(name)) return 1;
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

/**
 * Gives each document's leaves; returns what the database held. A revision that was overtaken since its page was read
 * is gone, and its document comes again further on in the feed: one that does not is a document that was not read.
 * @throws ProblemError BACKUP_INCOMPLETE
 */
export async function* copyDatabase(
  store: ReadableStore,
  name: string,
  moving: boolean,
): AsyncGenerator<StoredDocument, CopiedDatabase> {
  const { update_seq } = await store.info(name);
  const digest = createContentDigest(moving);
  const missed = new Set<string>();
  let ends = 0;
  let since: number | string = 0;
  for (;;) {
    const page = await store.changes(name, { since, limit: pageSize, style: 'all_docs' });
    for (const { id, deleted, leaves } of await leavesOf(store, name, page.results)) {
      if (leaves === null) {
        missed.add(id);
        continue;
      }
      missed.delete(id);
      digest.add(id, deleted, leaves);
      yield* leaves;
    }
    since = page.last_seq;
    const atEnd = page.results.length < pageSize;
    if (atEnd && missed.size === 0) break;
    if (atEnd) ends += 1;
    if (missed.size > 0 && (!moving || page.results.length === 0 || ends > mostEnds))
      throw new ProblemError('BACKUP_INCOMPLETE', { database: name, count: missed.size });
  }
  return { name, ...digest.count(), updateSeq: String(update_seq) };
}

type Page = Awaited<ReturnType<ReadableStore['changes']>>['results'];

/** Every leaf of each document; null for one of which a leaf was not given. */
async function leavesOf(store: ReadableStore, name: string, rows: Page) {
  if (rows.length === 0) return [];
  const items = rows.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  const read = await store.bulkGet(name, items, { revs: true, attachments: true });
  const found = Map.groupBy(
    read.flatMap(({ docs }) => docs.flatMap((row) => ('ok' in row ? [row.ok] : []))),
    ({ _id }) => _id,
  );
  return rows.map(({ id, deleted, changes }) => {
    const leaves = found.get(id) ?? [];
    const given = new Set(leaves.map(({ _rev }) => _rev));
    const whole = changes.every(({ rev }) => given.has(rev));
    return { id, deleted: deleted === true, leaves: whole ? leaves : null };
  });
}
