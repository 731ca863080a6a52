/** The read model behind lists, counts and search. Each gateway has its own; none holds what the store does not. */
import type { Subject } from '../../shared/account/policy.ts';
import type { DossiersResponse, UnitSummary } from '../../shared/contract/http.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import { ownersOf } from '../intake/claims.ts';
import type { DocumentStore } from '../store/document-store.ts';
import {
  listApprovals,
  listChanges,
  unappliedApprovals,
  unitOfApproval,
  type ChangeListQuery,
  type Place,
} from './desk-queries.ts';
import {
  listDossiers,
  unitOfFirstChange,
  unitOfRecord,
  type DossierListQuery,
} from './dossier-queries.ts';
import { followStore } from './follow-store.ts';
import { openReadModel } from './read-model-file.ts';
import { countUnreadable } from './set-aside.ts';
import { listUnits } from './unit-queries.ts';

/** Each question @throws ProblemError SERVER_STARTING until the store was read once after the start. */
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
  /** Documents that were set aside because they cannot be read; each is named in the log. */
  unreadable(): number;
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
  /** How long a question may wait for the first reading. */
  readonly firstPatienceMs?: number;
}): Projection {
  const db = openReadModel(options.file, options.epoch);
  const follower = followStore(options.store, db, options.onFailure);
  let caughtUp = false;
  const fresh = async () => {
    const first = options.firstPatienceMs ?? firstPatienceMs;
    const isFresh = await follower.settled(caughtUp ? patienceMs : first);
    caughtUp ||= isFresh;
    if (!caughtUp) throw new ProblemError('SERVER_STARTING');
    return db;
  };
  /** By its record, by who claimed it, or by a draft: no change can lend it to another unit. */
  async function unitOfDossier(id: string): Promise<string | null> {
    await fresh();
    const recorded = unitOfRecord(db, id);
    if (recorded !== null) return recorded;
    const owner = (await ownersOf(options.store, [id])).get(id);
    return owner ?? unitOfFirstChange(db, id);
  }
  return {
    units: async (subject) => listUnits(await fresh(), subject),
    dossiers: async (subject, query) => listDossiers(await fresh(), subject, query),
    unitOfDossier,
    changes: async (subject, query) => listChanges(await fresh(), subject, query),
    approvals: async (subject, unit) => listApprovals(await fresh(), subject, unit),
    unitOfApproval: async (id) => unitOfApproval(await fresh(), id),
    unapplied: async () => unappliedApprovals(await fresh()),
    unreadable: () => countUnreadable(db),
    async close() {
      await follower.stop();
      db.close();
    },
  };
}
