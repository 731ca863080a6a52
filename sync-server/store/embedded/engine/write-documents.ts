/**
 * Writes one document into its revision tree, by CouchDB's rules. Runs inside the caller's
 * transaction. Bodies of leaves (conflicts too) are kept; an ancestor's body goes as soon as it
 * has a child, which CouchDB permits after a compaction.
 */
import { createHash } from 'node:crypto';
import type { WriteResult } from '../../document-store.ts';
import type { WireWrite } from '../protocol.ts';
import { parseAttachments } from './attachments.ts';
import type { Attachments, StoredAttachments } from './attachments.ts';
import type { DatabaseRow } from './databases.ts';
import type { DocumentRow, DocumentRows } from './document-rows.ts';
import {
  graft,
  leavesOf,
  parseRevision,
  parseTree,
  serializeTree,
  winnerOf,
} from './revision-tree.ts';
import type { Leaf, RevisionTree } from './revision-tree.ts';

/** The database's counts after the write, and the row to answer; replication may answer nothing. */
export interface Written {
  readonly database: DatabaseRow;
  readonly result: WriteResult;
}

interface Placement {
  readonly generation: number;
  /** Newest first. */
  readonly hashes: readonly string[];
}

export type WriteDocument = (database: DatabaseRow, write: WireWrite, newEdits: boolean) => Written;

export function createDocumentWriter(rows: DocumentRows, attachments: Attachments): WriteDocument {
  const save = createLeafSaver(rows, attachments);
  return (database, write, newEdits) => {
    const current = rows.byId.get(database.key, write.id);
    const tree = current ? parseTree(current.tree) : [];
    const before = leavesOf(tree);
    const parent = newEdits ? parentOf(write, current, before) : ancestorLeaf(write, before);
    if (parent === 'conflict')
      return { database, result: refused(write.id, 'conflict', 'Document update conflict.') };
    const held = heldAttachments(rows, current, parent, newEdits);
    const generation = newEdits
      ? (parent ? parseRevision(parent).generation : 0) + 1
      : parseRevision(write.rev ?? '').generation;
    const kept = write.attachments && attachments.resolve(write.attachments, held, generation);
    if (kept && isMissingStub(kept))
      return {
        database,
        result: refused(
          write.id,
          'missing_stub',
          `Invalid attachment stub in ${write.id} for ${kept.missingStub}`,
        ),
      };
    const placement = newEdits
      ? newPlacement(write, parent, generation, kept)
      : { generation, hashes: write.ancestry };
    return save({ database, write, current, tree, before, placement, kept });
  };
}

interface LeafToSave {
  readonly database: DatabaseRow;
  readonly write: WireWrite;
  readonly current: DocumentRow | undefined;
  readonly tree: RevisionTree;
  readonly before: readonly Leaf[];
  readonly placement: Placement;
  readonly kept: StoredAttachments | null;
}

function createLeafSaver(rows: DocumentRows, attachments: Attachments) {
  const drop = (document: number, rev: string): number => {
    const row = rows.removeBody.get(document, rev);
    const held = parseAttachments(row?.attachments ?? null);
    if (row && held) attachments.release(row.key, held);
    return row?.bytes ?? 0;
  };
  return ({ database, write, current, tree, before, placement, kept }: LeafToSave): Written => {
    const rev = `${placement.generation}-${placement.hashes[0] ?? ''}`;
    const result: WriteResult = { ok: true, id: write.id, rev };
    const grown = graft(tree, placement.generation, placement.hashes, write.deleted);
    if (!grown) return { database, result };
    const after = new Set(leavesOf(grown).map((leaf) => leaf.rev));
    const winner = winnerOf(grown);
    const deleted = leavesOf(grown)[0]?.deleted === true;
    const seq = database.seq + 1;
    const place = [seq, winner, deleted ? 1 : 0, serializeTree(grown)] as const;
    const key = current
      ? (rows.update.run(...place, current.key), current.key)
      : rows.insert.run(database.key, write.id, ...place);
    const json = kept ? JSON.stringify(kept) : null;
    const body = rows.insertBody.run(key, rev, write.json, json);
    if (kept) attachments.link(body, kept);
    let bytes = database.bytes + Buffer.byteLength(write.json);
    for (const leaf of before) if (!after.has(leaf.rev)) bytes -= drop(key, leaf.rev);
    return { database: recount({ ...database, seq, bytes }, current, deleted), result };
  };
}

function recount(
  database: DatabaseRow,
  current: DocumentRow | undefined,
  deleted: boolean,
): DatabaseRow {
  const before = current
    ? { living: 1 - current.deleted, deleted: current.deleted }
    : { living: 0, deleted: 0 };
  return {
    ...database,
    living: database.living - before.living + (deleted ? 0 : 1),
    deleted: database.deleted - before.deleted + (deleted ? 1 : 0),
  };
}

/** The leaf a new edit builds on; null for a first revision. A deleted document may be made anew. */
function parentOf(
  write: WireWrite,
  current: DocumentRow | undefined,
  leaves: readonly Leaf[],
): string | null | 'conflict' {
  if (write.rev === null) {
    if (!current) return null;
    return current.deleted ? current.rev : 'conflict';
  }
  return leaves.some((leaf) => leaf.rev === write.rev) ? write.rev : 'conflict';
}

/** In replication: the leaf we hold that the incoming revision descends from, if any. */
function ancestorLeaf(write: WireWrite, leaves: readonly Leaf[]): string | null {
  const newest = parseRevision(write.rev ?? '').generation;
  const ancestors = new Set(write.ancestry.map((hash, index) => `${newest - index}-${hash}`));
  return leaves.find((leaf) => ancestors.has(leaf.rev))?.rev ?? null;
}

function heldAttachments(
  rows: DocumentRows,
  current: DocumentRow | undefined,
  parent: string | null,
  newEdits: boolean,
): StoredAttachments | null {
  if (!current) return null;
  if (parent) return parseAttachments(rows.body.get(current.key, parent)?.attachments ?? null);
  if (newEdits) return null;
  // A replicated branch may name, as a stub, what another branch of the document brought before.
  const all = rows.bodies.all(current.key).map((body) => parseAttachments(body.attachments));
  return Object.fromEntries(all.flatMap((held) => Object.entries(held ?? {})));
}

/** Equal edits on equal parents get equal revisions, so that two gateways do not make a conflict. */
function newPlacement(
  write: WireWrite,
  parent: string | null,
  generation: number,
  kept: StoredAttachments | null,
): Placement {
  const digests = Object.entries(kept ?? {}).map(([name, { digest }]) => [name, digest]);
  const hash = createHash('md5')
    .update(JSON.stringify([parent, write.deleted, digests]))
    .update(write.json)
    .digest('hex');
  return { generation, hashes: parent ? [hash, parseRevision(parent).hash] : [hash] };
}

function isMissingStub(
  kept: StoredAttachments | { readonly missingStub: string },
): kept is { readonly missingStub: string } {
  return typeof kept['missingStub'] === 'string';
}

function refused(id: string, error: string, reason: string): WriteResult {
  return { id, error, reason };
}
