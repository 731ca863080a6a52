/**
 * The summaries as one sealed text, so that the next start need not open every document.
 *
 * It is either on the disk and true, or not there: it is taken away before a page is written to the mirrors,
 * and written again when all is quiet and every row is in the summaries. (RxDB's order of writing cannot
 * tell what is newer than a snapshot: its replication leaves `_meta.lwt` of an updated row as it was.)
 */
import { z } from 'zod';
import { changeStates, type ChangeState } from '../../../../shared/change/change.ts';
import { dossierSummarySchema } from '../../../../shared/contract/http.ts';
import { unitSchema } from '../../../../shared/unit/unit.ts';
import type { MetaStore } from '../store/meta-store.ts';
import type { SummaryContents } from './summaries.ts';

const stateNames = Object.keys(changeStates) as [ChangeState, ...ChangeState[]];
const coreSchema = dossierSummarySchema.omit({ unitName: true, openChanges: true });

const snapshotSchema = z.object({
  /** Raised when the entries change their shape. */
  form: z.literal(1),
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

export interface SnapshotStore {
  read(): Promise<SummaryContents | null>;
  write(contents: SummaryContents): Promise<void>;
  remove(): Promise<void>;
}

const metaId = 'summaries';

export function createSnapshotStore(meta: MetaStore): SnapshotStore {
  return {
    read: async () => (await meta.read(metaId, snapshotSchema))?.contents ?? null,
    write: (contents) => meta.write(metaId, { form: 1, contents }),
    remove: () => meta.remove(metaId),
  };
}

export interface SnapshotKeeper {
  /** Rows are about to be written: resolves when no snapshot is on the disk any more. */
  unsettle(): Promise<void>;
  /** Every row on the disk is in the summaries. */
  settle(): void;
  /** Writes now, if it would be true. */
  close(): Promise<void>;
}

export interface KeeperParts {
  readonly store: SnapshotStore;
  readonly contents: () => SummaryContents;
  /** Whether a snapshot is on the disk at the start. */
  readonly present: boolean;
  readonly onError: (error: unknown) => void;
  readonly quietMs?: number;
}

const defaultQuietMs = 3_000;

export function keepSnapshot(parts: KeeperParts): SnapshotKeeper {
  const { store, quietMs = defaultQuietMs } = parts;
  let present = parts.present;
  let settled = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** One write or removal at a time, in the order asked. */
  let last: Promise<void> = Promise.resolve();

  const stopTimer = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  async function write(): Promise<void> {
    if (!settled || present) return;
    try {
      present = true;
      await store.write(parts.contents());
    } catch (error) {
      // Only the next start gets slower.
      parts.onError(error);
    }
  }
  const writeNext = () => {
    stopTimer();
    last = last.then(write);
    return last;
  };
  return {
    unsettle: async () => {
      stopTimer();
      settled = false;
      if (present) {
        present = false;
        last = last.then(() => store.remove());
      }
      await last;
    },
    settle: () => {
      stopTimer();
      settled = true;
      if (!present) timer = setTimeout(() => void writeNext(), quietMs);
    },
    close: writeNext,
  };
}
