/** Fills an empty store from lines: revisions as they were, in batches that are durable one by one. */
import { ensureDatabase } from '../documents/databases.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { refusal } from '../documents/documents.ts';
import type { ArchiveLine } from './archive-lines.ts';
import type { Progress } from './verify-set.ts';
import type { TrustFile } from './trust-files.ts';

const batchDocuments = 500;
const batchBytes = 8_000_000;

export interface LoadParts {
  readonly store: DocumentStore;
  readonly onTrustFile: (file: TrustFile) => Promise<void>;
  /** Documents to be left out. */
  readonly except?: (database: string, document: StoredDocument) => boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** Returns how many revisions were written. */
export async function loadStore(
  { store, onTrustFile, except, onProgress }: LoadParts,
  lines: AsyncIterable<ArchiveLine>,
): Promise<number> {
  let database = '';
  let batch: StoredDocument[] = [];
  let bytes = 0;
  let documents = 0;
  const flush = async () => {
    if (batch.length > 0) await write(store, database, batch);
    documents += batch.length;
    onProgress?.({ phase: 'restoring', documents });
    batch = [];
    bytes = 0;
  };
  for await (const line of lines) {
    if ('root' in line) await onTrustFile(line);
    if ('database' in line) {
      await flush();
      database = line.database;
      await ensureDatabase(store, database);
      if (Object.keys(line.security).length > 0) await store.putSecurity(database, line.security);
    }
    if (!('doc' in line) || except?.(database, line.doc)) continue;
    batch.push(line.doc);
    bytes += JSON.stringify(line.doc).length;
    if (batch.length >= batchDocuments || bytes >= batchBytes) await flush();
  }
  await flush();
  return documents;
}

/** Replication answers with what was refused, and nothing of a set may be. */
async function write(
  store: DocumentStore,
  database: string,
  batch: readonly StoredDocument[],
): Promise<void> {
  const refused = await store.bulkDocs(database, batch, { newEdits: false });
  const [first] = refused.filter((row) => !row.ok);
  if (first) throw refusal(first);
}
