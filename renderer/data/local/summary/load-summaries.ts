/**
 * Fills the summaries at start: from the snapshot of the last run and the rows written since it was taken.
 * Without a snapshot it reads everything, which gives the same and takes longer.
 */
import { getChangedDocumentsSince } from 'rxdb';
import { streams, type StreamName } from '../../../../shared/contract/sync.ts';
import { documentsOf } from '../store/documents.ts';
import type { LocalDatabase } from '../store/open-database.ts';
import type { Sealer } from '../store/sealer.ts';
import type { Checkpoint, Checkpoints } from './ingest.ts';
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
  since: Checkpoint | undefined,
): Promise<Checkpoint | undefined> {
  let checkpoint = since;
  for (;;) {
    const { storageInstance } = database[stream];
    const changed = await getChangedDocumentsSince(storageInstance, batchSize, checkpoint);
    const rows = changed.documents;
    const living = rows.filter((row) => !row._deleted);
    const removed = rows.filter((row) => row._deleted).map(({ id }) => id);
    const opened = await documentsOf(stream, living, sealer);
    summaries.mirror(
      stream,
      opened.map(({ document }) => document),
      removed,
    );
    const newest = rows.at(-1);
    if (newest) checkpoint = { id: newest.id, lwt: newest._meta.lwt };
    if (rows.length < batchSize) return checkpoint;
  }
}

/** How far the summaries have come. */
export async function loadSummaries(
  parts: LoadParts,
  snapshots: SnapshotStore,
): Promise<Checkpoints> {
  const snapshot = await snapshots.read();
  if (snapshot) parts.summaries.restore(snapshot.contents);
  const checkpoints: Checkpoints = { ...snapshot?.checkpoints };
  for (const stream of streams) {
    const reached = await loadStream(parts, stream, checkpoints[stream]);
    if (reached) checkpoints[stream] = reached;
  }
  return checkpoints;
}
