/** The read model behind lists, counts and search. Each gateway has its own; none holds what the store does not. */
import type { Subject } from '../../shared/account/policy.ts';
import type { DossiersResponse, UnitSummary } from '../../shared/contract/http.ts';
import type { DocumentStore } from '../store/document-store.ts';
import {
  listApprovals,
  listChanges,
  unappliedApprovals,
  unitOfApproval,
  type ChangeListQuery,
  type Place,
} from './desk-queries.ts';
import { listDossiers, unitOfDossier, type DossierListQuery } from './dossier-queries.ts';
import { followStore } from './follow-store.ts';
import { openReadModel } from './read-model-file.ts';
import { listUnits } from './unit-queries.ts';

export interface Projection {
  units(subject: Subject): Promise<readonly UnitSummary[]>;
  dossiers(subject: Subject, query: DossierListQuery): Promise<DossiersResponse>;
  unitOfDossier(id: string): Promise<string | null>;
  changes(
    subject: Subject,
    query: ChangeListQuery,
  ): Promise<{ readonly total: number; readonly places: readonly Place[] }>;
  approvals(subject: Subject, unit: string | undefined): Promise<readonly Place[]>;
  unitOfApproval(id: string): Promise<string | null>;
  unapplied(): Promise<readonly Place[]>;
  close(): Promise<void>;
}

/** A reader sees what was written before it asked, unless that takes longer than this. */
const patienceMs = 1000;
/** Before the read model has caught up for the first time, half an answer would be a wrong one. */
const firstPatienceMs = 60_000;

export function openProjection(options: {
  readonly store: DocumentStore;
  readonly file: string;
  readonly epoch: string;
  readonly onFailure: (error: unknown) => void;
}): Projection {
  const db = openReadModel(options.file, options.epoch);
  const follower = followStore(options.store, db, options.onFailure);
  let caughtUp = false;
  const fresh = async () => {
    await follower.settled(caughtUp ? patienceMs : firstPatienceMs);
    caughtUp = true;
    return db;
  };
  return {
    units: async (subject) => listUnits(await fresh(), subject),
    dossiers: async (subject, query) => listDossiers(await fresh(), subject, query),
    unitOfDossier: async (id) => unitOfDossier(await fresh(), id),
    changes: async (subject, query) => listChanges(await fresh(), subject, query),
    approvals: async (subject, unit) => listApprovals(await fresh(), subject, unit),
    unitOfApproval: async (id) => unitOfApproval(await fresh(), id),
    unapplied: async () => unappliedApprovals(await fresh()),
    async close() {
      await follower.stop();
      db.close();
    },
  };
}
