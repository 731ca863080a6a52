/**
 * The summaries as one sealed text, so that the next start need not open every document.
 *
 * It is valid up to a point in RxDB's order of writing, which goes by this PC's clock. A clock that was
 * set back could put later rows before that point: then the snapshot is thrown away.
 */
import { z } from 'zod';
import { changeStates, type ChangeState } from '../../../../shared/change/change.ts';
import { dossierSummarySchema } from '../../../../shared/contract/http.ts';
import { unitSchema } from '../../../../shared/unit/unit.ts';
import type { MetaStore } from '../store/meta-store.ts';
import type { Checkpoints } from './ingest.ts';
import type { Summaries, SummaryContents } from './summaries.ts';

const stateNames = Object.keys(changeStates) as [ChangeState, ...ChangeState[]];
const coreSchema = dossierSummarySchema.omit({ unitName: true, openChanges: true });
const checkpointSchema = z.object({ id: z.string(), lwt: z.number() });

const snapshotSchema = z.object({
  /** Raised when the entries change their shape. */
  form: z.literal(1),
  checkpoints: z.object({
    unit: checkpointSchema.optional(),
    dossier: checkpointSchema.optional(),
    change: checkpointSchema.optional(),
    approval: checkpointSchema.optional(),
  }),
  contents: z.object({
    units: z.array(unitSchema),
    dossiers: z.array(coreSchema),
    changes: z.array(
      z.object({
        id: z.string(),
        unit: z.string(),
        dossier: z.string(),
        state: z.enum(stateNames),
        authoredAtUtc: z.string(),
        receivedAtUtc: z.string().nullable(),
        approval: z.string().nullable(),
        person: coreSchema.nullable(),
      }),
    ),
    approvals: z.array(
      z.object({
        id: z.string(),
        unit: z.string(),
        createdAtUtc: z.string(),
        receivedAtUtc: z.string().nullable(),
      }),
    ),
  }),
});

export interface Snapshot {
  readonly checkpoints: Checkpoints;
  readonly contents: SummaryContents;
}

export interface SnapshotStore {
  read(): Promise<Snapshot | null>;
  write(snapshot: Snapshot): Promise<void>;
}

const metaId = 'summaries';
const newest = (checkpoints: Checkpoints): number =>
  Math.max(0, ...Object.values(checkpoints).map(({ lwt }) => lwt));

export function createSnapshotStore(meta: MetaStore, nowMs: () => number): SnapshotStore {
  return {
    read: async () => {
      const snapshot = await meta.read(metaId, snapshotSchema);
      if (snapshot && newest(snapshot.checkpoints) <= nowMs()) return snapshot;
      if (snapshot) await meta.remove(metaId);
      return null;
    },
    write: async (snapshot) => {
      if (newest(snapshot.checkpoints) > nowMs() + 1) return;
      await meta.write(metaId, { form: 1, ...snapshot });
    },
  };
}

export interface SnapshotKeeper {
  /** Something changed: write when it has become quiet. */
  touch(): void;
  /** Writes now if anything changed. */
  close(): Promise<void>;
}

const quietMs = 3_000;

export function keepSnapshot(input: {
  readonly store: SnapshotStore;
  readonly summaries: Summaries;
  readonly checkpoints: () => Checkpoints;
  readonly onError: (error: unknown) => void;
}): SnapshotKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = async () => {
    timer = null;
    try {
      const checkpoints = input.checkpoints();
      await input.store.write({ checkpoints, contents: input.summaries.contents() });
    } catch (error) {
      // Only the next start gets slower.
      input.onError(error);
    }
  };
  return {
    touch: () => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => void write(), quietMs);
    },
    close: async () => {
      if (!timer) return;
      clearTimeout(timer);
      await write();
    },
  };
}
