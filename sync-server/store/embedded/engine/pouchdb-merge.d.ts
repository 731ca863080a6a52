/** The parts of pouchdb-merge 9 that we use; the package carries no types of its own. */
declare module 'pouchdb-merge' {
  /** `[revision hash, flags, children]` */
  export type RevisionNode = [string, { deleted?: boolean; status?: string }, RevisionNode[]];
  export interface RevisionBranch {
    pos: number;
    ids: RevisionNode;
  }
  /** Mutates and reuses nodes of `tree`. */
  export function merge(
    tree: RevisionBranch[],
    path: RevisionBranch,
    depth: number,
  ): {
    tree: RevisionBranch[];
    stemmedRevs: string[];
    conflicts: 'new_leaf' | 'new_branch' | 'internal_node';
  };
  export function winningRev(metadata: { rev_tree: RevisionBranch[] }): string;
  export function collectLeaves(
    tree: RevisionBranch[],
  ): { rev: string; opts: { deleted?: boolean } }[];
  export function rootToLeaf(
    tree: RevisionBranch[],
  ): { pos: number; ids: { id: string; opts: { deleted?: boolean } }[] }[];
}
