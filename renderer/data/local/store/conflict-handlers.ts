/**
 * RxDB's own handler keeps the centre's document and drops the local one. Here nothing is dropped.
 * Mirrors are written by replication only, so they cannot meet a local edit; should one ever appear,
 * it is handed to `keep` before the centre's state takes its place.
 */
import type { RxConflictHandler, WithDeleted } from 'rxdb';
import type { MetaRow, MirrorRow, WorkRow } from './rows.ts';

/** A revision names one state of a document; a sealed body may differ each time it is sealed. */
const sameState = (a: WithDeleted<MirrorRow>, b: WithDeleted<MirrorRow>): boolean =>
  a.id === b.id && a.rev === b.rev && a._deleted === b._deleted;

export function mirrorConflictHandler(
  keep: (lost: MirrorRow) => Promise<void>,
): RxConflictHandler<MirrorRow> {
  return {
    isEqual: sameState,
    resolve: async ({ newDocumentState, realMasterState }) => {
      if (!sameState(newDocumentState, realMasterState)) await keep(newDocumentState);
      return realMasterState;
    },
  };
}

/** Work and meta rows never leave this PC: whoever replicates them has made a mistake, and hears so. */
export const neverReplicated: RxConflictHandler<WorkRow & MetaRow> = {
  isEqual: (a, b) => a.id === b.id && a.body === b.body && a._deleted === b._deleted,
  resolve: ({ newDocumentState }) => Promise.resolve(newDocumentState),
};
