/** A centre with dossiers' worth of documents, a key and a place for sets, over real stores. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  backupKeyOf,
  makeBackupKey,
  type BackupKey,
} from '../../../sync-server/backup/backup-key.ts';
import { takeBackup, type TakeBackupParts } from '../../../sync-server/backup/take-backup.ts';
import type { Manifest } from '../../../sync-server/backup/manifest.ts';
import type { BlobStore } from '../../../sync-server/blobs/blob-store.ts';
import { openBlobStore } from '../../../sync-server/blobs/open-blob-store.ts';
import { openForCopying } from '../../../sync-server/documents/open-store.ts';
import { readSettings } from '../../../sync-server/documents/settings.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { seedCentre, type TestAccount } from '../../helpers/gateway.ts';

export interface BackedUpCentre {
  readonly store: DocumentStore;
  readonly blobs: BlobStore;
  readonly root: string;
  readonly dataDir: string;
  readonly place: string;
  readonly key: BackupKey;
  take(more?: Partial<TakeBackupParts>): Promise<Manifest>;
  close(): Promise<void>;
}

export async function openCentre(accounts: readonly TestAccount[] = []): Promise<BackedUpCentre> {
  const root = await mkdtemp(join(tmpdir(), 'hoso-backup-'));
  const dataDir = join(root, 'data');
  const place = join(root, 'sets');
  const store = await seedCentre(dataDir, accounts);
  const printed = await makeBackupKey(dataDir, {});
  const key = backupKeyOf(printed ?? '');
  const blobs = await openBlobStore(dataDir, {});
  return {
    store,
    blobs,
    root,
    dataDir,
    place,
    key,
    async take(more) {
      const settings = await readSettings(store);
      if (!settings) throw new Error('no settings');
      const openSource = () => openForCopying({ dataDir });
      const parts = { dataDir, place, key, settings, softwareVersion: 'thử', nowMs: Date.now };
      return takeBackup({ ...parts, openSource, blobs, pooled: [], ...more });
    },
    async close() {
      await store.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Everything a store holds, to be compared: every leaf of every document of every database. */
export async function contentOf(
  store: DocumentStore,
  except: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const content: Record<string, unknown> = {};
  for (const name of await store.databaseNames()) {
    if (except.includes(name)) continue;
    const { results } = await store.changes(name, { style: 'all_docs' });
    const items = results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
    const read = await store.bulkGet(name, items, { revs: true, attachments: true });
    content[name] = read
      .flatMap(({ docs }) => docs)
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return content;
}
