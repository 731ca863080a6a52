/** Every row that replication writes becomes part of the summaries, in the order of the writes. */
import type { StreamName } from '../../../../shared/contract/sync.ts';
import { streams } from '../../../../shared/contract/sync.ts';
import { documentsOf, type AnyDocument, type FreshDocuments } from '../store/documents.ts';
import type { MirrorReader } from '../store/mirror-reader.ts';
import { mirrorOf, type LocalDatabase } from '../store/open-database.ts';
import type { MirrorRow } from '../store/rows.ts';
import type { Sealer } from '../store/sealer.ts';
import type { Summaries } from './summaries.ts';

export interface Ingest {
  /** Resolves when all rows written so far are in the summaries. */
  idle(): Promise<void>;
  close(): void;
}

export interface IngestParts {
  readonly database: LocalDatabase;
  readonly sealer: Sealer;
  readonly fresh: FreshDocuments;
  readonly reader: MirrorReader;
  readonly summaries: Summaries;
  readonly onDocuments: (stream: StreamName, documents: readonly AnyDocument[]) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** A row as RxDB stores it. */
type StoredRow = MirrorRow & {
  readonly _deleted: boolean;
};

export function openIngest(parts: IngestParts): Ingest {
  const { database, sealer, fresh, reader, summaries } = parts;
  let last: Promise<void> = Promise.resolve();

  async function take(stream: StreamName, rows: readonly StoredRow[]): Promise<void> {
    const living = rows.filter((row) => !row._deleted);
    const removed = rows.filter((row) => row._deleted).map(({ id }) => id);
    reader.forget(rows.map(({ id }) => id));
    const opened = await documentsOf(stream, living, sealer, fresh);
    const documents = opened.map(({ document }) => document);
    summaries.mirror(stream, documents, removed);
    await parts.onDocuments(stream, documents);
  }
  const subscriptions = streams.map((stream) =>
    mirrorOf(database, stream).eventBulks$.subscribe((bulk) => {
      const events: readonly { readonly documentData: StoredRow }[] = bulk.events;
      const rows = events.map((event) => event.documentData).filter(({ type }) => type === stream);
      if (rows.length === 0) return;
      last = last.then(() => take(stream, rows)).catch(parts.onError);
    }),
  );
  return {
    idle: () => last,
    close: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}
