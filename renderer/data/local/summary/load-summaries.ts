/**
 * Fills the summaries at start: from the snapshot of the last run, else by opening every document.
 * Nothing is written meanwhile.
 */
import { getChangedDocumentsSince, type RxStorageDefaultCheckpoint } from 'rxdb';
import { streams, type StreamName } from '../../../../shared/contract/sync.ts';
import { documentsOf } from '../store/documents.ts';
import { mirrorOf, type LocalDatabase } from '../store/open-database.ts';
import type { Sealer } from '../store/sealer.ts';
import type { SnapshotStore } from './snapshot.ts';
import type { Summaries } from './summaries.ts';

/** Rows read and opened at a time; the window stays alive between. */
const batchSize = 500;

interface LoadParts {
  readonly database: LocalDatabase;
  readonly sealer: Sealer;
  readonly summaries: Summaries;
}

async function loadStream(
  { database, sealer, summaries }: LoadParts,
  stream: StreamName,
): Promise<void> {
  const { storageInstance } = mirrorOf(database, stream);
  let reached: RxStorageDefaultCheckpoint | undefined;
  for (;;) {
    const { documents: rows } = await getChangedDocumentsSince(storageInstance, batchSize, reached);
    const living = rows.filter((row) => !row._deleted && row.type === stream);
    const opened = await documentsOf(stream, living, sealer);
    summaries.mirror(
      stream,
      opened.map(({ document }) => document),
      [],
    );
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    reached = { id: last.id, lwt: last._meta.lwt };
  }
}

/** True when it came from a snapshot. */
export async function loadSummaries(parts: LoadParts, snapshots: SnapshotStore): Promise<boolean> {
  const kept = await snapshots.read();
  if (kept) {
    parts.summaries.restore(kept);
    return true;
  }
  for (const stream of streams) await loadStream(parts, stream);
  return false;
}
