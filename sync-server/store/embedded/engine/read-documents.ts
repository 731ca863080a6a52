/** Reads documents by id and revision, as CouchDB answers for them. */
import { StoreError } from '../../document-store.ts';
import type { BulkGetItem, ReadOptions } from '../../document-store.ts';
import type { WireAttachment, WireBulkGetRow, WireOpenRev, WireRead } from '../protocol.ts';
import { parseAttachments } from './attachments.ts';
import type { Attachments } from './attachments.ts';
import type { DatabaseRow } from './databases.ts';
import type { DocumentRow, DocumentRows } from './document-rows.ts';
import {
  ancestryOf,
  descendantLeaves,
  isRevision,
  knownRevisions,
  leavesOf,
  parseRevision,
  parseTree,
} from './revision-tree.ts';
import type { RevisionTree } from './revision-tree.ts';

/** What a stored row needs to become a document. */
export interface ReadRow {
  readonly id: string;
  readonly rev: string;
  readonly deleted: boolean;
  readonly json: string;
  readonly attachments: string | null;
}

export type DocumentReader = ReturnType<typeof createDocumentReader>;

export function createDocumentReader(rows: DocumentRows, attachments: Attachments) {
  /** `tree` is parsed only when an option needs it. */
  const present = (row: ReadRow, tree: () => RevisionTree, options: ReadOptions): WireRead => {
    const held = parseAttachments(row.attachments);
    const conflicts = options.conflicts ? conflictsOf(tree(), row.rev) : [];
    return {
      id: row.id,
      rev: row.rev,
      deleted: row.deleted,
      json: row.json,
      ...(options.revs ? { revisions: ancestryOf(tree(), row.rev) } : {}),
      ...(conflicts.length > 0 ? { conflicts } : {}),
      ...(held ? { attachments: attachments.present(held, options.attachments === true) } : {}),
    };
  };
  const leaf = (document: DocumentRow, rev: string, options: ReadOptions): WireRead | null => {
    const body = rows.body.get(document.key, rev);
    if (!body) return null;
    const tree = parseTree(document.tree);
    const deleted = leavesOf(tree).some((other) => other.rev === rev && other.deleted);
    return present({ ...body, id: document.id, deleted }, () => tree, options);
  };
  const get = (database: DatabaseRow, id: string, options: ReadOptions): WireRead => {
    const asked = options.rev === undefined ? null : canonical(options.rev);
    const document = rows.byId.get(database.key, id);
    if (!document) throw new StoreError(404, 'not_found', 'missing');
    if (asked === null && document.deleted) throw new StoreError(404, 'not_found', 'deleted');
    const rev = asked ?? document.rev;
    const latest = options.latest ? descendantLeaves(parseTree(document.tree), rev)[0] : undefined;
    const found = leaf(document, latest ?? rev, options);
    if (!found) throw new StoreError(404, 'not_found', 'missing');
    return found;
  };
  return {
    present,
    get,
    openRevs(
      database: DatabaseRow,
      id: string,
      revs: 'all' | readonly string[],
      options: ReadOptions,
    ): readonly WireOpenRev[] {
      const document = rows.byId.get(database.key, id);
      if (!document && revs === 'all') throw new StoreError(404, 'not_found', 'missing');
      const tree = document ? parseTree(document.tree) : [];
      const wanted =
        revs === 'all'
          ? leavesOf(tree).map((one) => one.rev)
          : revs.flatMap((rev) => resolveLatest(tree, canonical(rev), options));
      return [...new Set(wanted)].map((rev) => {
        const ok = document ? leaf(document, rev, options) : null;
        return ok ? { ok } : { missing: rev };
      });
    },
    bulkGet: (database: DatabaseRow, item: BulkGetItem, options: ReadOptions) =>
      bulkGetOne(rows, leaf, database, item, options),
    revsDiff: (database: DatabaseRow, id: string, revs: readonly string[]) =>
      missingOf(rows.byId.get(database.key, id), revs),
    attachment(
      database: DatabaseRow,
      id: string,
      name: string,
      rev: string | null,
    ): WireAttachment {
      const found = get(database, id, rev === null ? {} : { rev });
      const document = rows.byId.get(database.key, id);
      const body = document && rows.body.get(document.key, found.rev);
      const held = parseAttachments(body?.attachments ?? null);
      const entry = held && Object.hasOwn(held, name) ? held[name] : undefined;
      if (!entry) throw new StoreError(404, 'not_found', 'Document is missing attachment');
      const bytes = attachments.contentOf(entry.blob);
      return { contentType: entry.content_type, digest: entry.digest, bytes };
    },
  };
}

type ReadLeaf = (document: DocumentRow, rev: string, options: ReadOptions) => WireRead | null;

function bulkGetOne(
  rows: DocumentRows,
  leaf: ReadLeaf,
  database: DatabaseRow,
  item: BulkGetItem,
  options: ReadOptions,
): readonly WireBulkGetRow[] {
  const refused = (rev: string, error: string, reason: string): WireBulkGetRow => ({
    error: { id: item.id, rev, error, reason },
  });
  // One bad row does not cost the others.
  if (item.rev !== undefined && !isRevision(item.rev))
    return [refused(item.rev, 'bad_request', 'Invalid rev format')];
  const document = rows.byId.get(database.key, item.id);
  if (!document) return [refused(item.rev ?? 'undefined', 'not_found', 'missing')];
  const wanted =
    item.rev === undefined
      ? leavesOf(parseTree(document.tree)).map((one) => one.rev)
      : resolveLatest(parseTree(document.tree), canonical(item.rev), options);
  return wanted.map((rev) => {
    const ok = leaf(document, rev, options);
    return ok ? { ok } : refused(rev, 'not_found', 'missing');
  });
}

/** With `latest`, an ancestor stands for the leaves that came of it: a replicator asks so. */
function resolveLatest(tree: RevisionTree, rev: string, options: ReadOptions): readonly string[] {
  const leaves = options.latest ? descendantLeaves(tree, rev) : [];
  return leaves.length > 0 ? leaves : [rev];
}

function missingOf(document: DocumentRow | undefined, revs: readonly string[]) {
  const wanted = [...new Set(revs.map(canonical))];
  if (!document) return { missing: wanted, possibleAncestors: [] };
  const tree = parseTree(document.tree);
  const known = knownRevisions(tree);
  const missing = wanted.filter((rev) => !known.has(rev));
  const newest = Math.max(0, ...missing.map((rev) => parseRevision(rev).generation));
  const possibleAncestors = leavesOf(tree)
    .filter((leaf) => parseRevision(leaf.rev).generation < newest)
    .map((leaf) => leaf.rev);
  return { missing, possibleAncestors };
}

/** `01-a` and `1-a` are one revision. @throws StoreError 400 */
function canonical(rev: string): string {
  const { generation, hash } = parseRevision(rev);
  return `${generation}-${hash}`;
}

function conflictsOf(tree: RevisionTree, rev: string): readonly string[] {
  return leavesOf(tree)
    .filter((leaf) => !leaf.deleted && leaf.rev !== rev)
    .map((leaf) => leaf.rev);
}
