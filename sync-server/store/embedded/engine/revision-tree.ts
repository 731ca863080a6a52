/**
 * Revision trees, as CouchDB grows them: pure functions over pouchdb-merge's shape.
 * Only leaves keep bodies, so a node says no more than its hash and whether it is a tombstone.
 */
/// <reference path="./pouchdb-merge.d.ts" />
import { collectLeaves, merge, rootToLeaf, winningRev } from 'pouchdb-merge';
import type { RevisionBranch, RevisionNode } from 'pouchdb-merge';
import { StoreError } from '../../document-store.ts';

export type RevisionTree = RevisionBranch[];

export interface Revision {
  readonly generation: number;
  readonly hash: string;
}

export interface Leaf {
  readonly rev: string;
  readonly deleted: boolean;
}

/** CouchDB's default `_revs_limit`; also what bounds the nesting of a stored tree. */
export const REVISION_DEPTH = 1000;

const REVISION = /^([1-9]\d{0,9})-(.+)$/su;

export function isRevision(rev: string): boolean {
  return REVISION.test(rev);
}

/** @throws StoreError 400 `bad_request` */
export function parseRevision(rev: string): Revision {
  const match = REVISION.exec(rev);
  if (!match?.[1] || !match[2]) throw new StoreError(400, 'bad_request', 'Invalid rev format');
  return { generation: Number(match[1]), hash: match[2] };
}

export function parseTree(json: string): RevisionTree {
  // Written by `serializeTree` alone, so the shape is ours.
  return JSON.parse(json) as RevisionTree;
}

export function serializeTree(tree: RevisionTree): string {
  return JSON.stringify(tree);
}

/** Leaves with the winner first, then as CouchDB lists them: living before deleted, longest first. */
export function leavesOf(tree: RevisionTree): readonly Leaf[] {
  const leaves = collectLeaves(tree).map(({ rev, opts }) => ({
    rev,
    deleted: opts.deleted === true,
  }));
  return leaves.sort(byWinning);
}

function byWinning(a: Leaf, b: Leaf): number {
  if (a.deleted !== b.deleted) return a.deleted ? 1 : -1;
  const one = parseRevision(a.rev);
  const two = parseRevision(b.rev);
  if (one.generation !== two.generation) return two.generation - one.generation;
  return one.hash < two.hash ? 1 : -1;
}

export function winnerOf(tree: RevisionTree): string {
  return winningRev({ rev_tree: tree });
}

/** A branch of one line: `hashes` newest first, the newest a tombstone or not. */
function lineOf(start: number, hashes: readonly string[], deleted: boolean): RevisionBranch {
  const kept = hashes.slice(0, REVISION_DEPTH);
  let node: RevisionNode | null = null;
  for (const hash of kept) {
    const flags: RevisionNode[1] = node === null && deleted ? { deleted: true } : {};
    node = [hash, flags, node === null ? [] : [node]];
  }
  if (node === null) throw new StoreError(400, 'bad_request', 'Invalid rev format');
  return { pos: start - kept.length + 1, ids: node };
}

/**
 * The tree with one more leaf, or null when the revision is already in it (as leaf or as ancestor):
 * CouchDB then writes nothing and moves no sequence.
 */
export function graft(
  tree: RevisionTree,
  start: number,
  hashes: readonly string[],
  deleted: boolean,
): RevisionTree | null {
  const rev = `${start}-${hashes[0] ?? ''}`;
  if (knownRevisions(tree).has(rev)) return null;
  return merge(tree, lineOf(start, hashes, deleted), REVISION_DEPTH).tree;
}

/** Every revision the tree remembers, with or without a body. */
export function knownRevisions(tree: RevisionTree): ReadonlySet<string> {
  const known = new Set<string>();
  for (const path of rootToLeaf(tree))
    path.ids.forEach((node, index) => known.add(`${path.pos + index}-${node.id}`));
  return known;
}

/** The ancestry of a revision, newest first, as `_revisions` has it. */
export function ancestryOf(
  tree: RevisionTree,
  rev: string,
): { readonly start: number; readonly ids: readonly string[] } {
  const { generation, hash } = parseRevision(rev);
  for (const path of rootToLeaf(tree)) {
    const index = generation - path.pos;
    if (path.ids[index]?.id !== hash) continue;
    const ids = path.ids.slice(0, index + 1).map((node) => node.id);
    return { start: generation, ids: ids.reverse() };
  }
  return { start: generation, ids: [hash] };
}

/** The leaves that descend from a revision (itself, if it is one). */
export function descendantLeaves(tree: RevisionTree, rev: string): readonly string[] {
  const { generation, hash } = parseRevision(rev);
  const found = rootToLeaf(tree)
    .filter((path) => path.ids[generation - path.pos]?.id === hash)
    .map((path) => `${path.pos + path.ids.length - 1}-${path.ids.at(-1)?.id ?? ''}`);
  return [...new Set(found)];
}
