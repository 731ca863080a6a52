/**
 * `hoso migrate`: moves a centre from the embedded store to an empty CouchDB, the server's own databases too, and
 * compares both afterwards, counts and the hash of every revision. The source is only read and stays as it is.
 */
import { copyDatabase, copyOrder, type CopiedDatabase } from '../backup/copy-store.ts';
import { loadStore } from '../backup/load-store.ts';
import type { ArchiveLine } from '../backup/archive-lines.ts';
import { serverDatabases } from '../documents/databases.ts';
import { openForCopying, openStore } from '../documents/open-store.ts';
import { bareDocument, writeDocument } from '../documents/documents.ts';
import { epochAfterRestore, settingsId } from '../documents/settings.ts';
import { shownAddress, storeAddress } from '../documents/store-address.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import { holdAlone } from '../store/embedded/data-lock.ts';
import type { DocumentStore, ReadableStore, StoredDocument } from '../store/document-store.ts';
import { openFailure } from './open-failure.ts';
import { UsageError } from './usage-error.ts';

export async function migrate({ data: dataDir }: { readonly data: string }): Promise<void> {
  const url = storeAddress();
  if (url === undefined)
    throw new UsageError('STORE_URL: cần địa chỉ của CouchDB còn trống để chuyển dữ liệu sang.');
  // Nothing may be written to the source meanwhile, or it would be left behind.
  await holdAlone(dataDir, async () => {
    const { store: source } = await openForCopying({ dataDir });
    const target = await openStore({ dataDir, url });
    try {
      const counted = await move(source, target);
      const documents = counted.reduce((sum, each) => sum + each.documents + each.deleted, 0);
      process.stdout.write(
        `Đã chuyển ${documents} văn bản trong ${counted.length} kho sang ${shownAddress(url)}; đã so từng kho, khớp.\n`,
      );
    } catch (error) {
      throw openFailure(error, url);
    } finally {
      await source.close();
      await target.close();
    }
  });
}

async function move(
  source: ReadableStore,
  target: DocumentStore,
): Promise<readonly CopiedDatabase[]> {
  const there = (await target.databaseNames()).filter((name) => !name.startsWith('_'));
  if (there.length > 0) throw new ProblemError('RESTORE_PLACE_NOT_EMPTY');
  const counted: CopiedDatabase[] = [];
  const kept: { settings?: StoredDocument } = {};
  const except = (database: string, document: StoredDocument): boolean => {
    const isSettings = database === serverDatabases.settings && document._id === settingsId;
    if (isSettings) kept.settings = document;
    return isSettings;
  };
  // The roots stay where they are: in the data folder of the gateway.
  const onTrustFile = () => Promise.resolve();
  await loadStore({ store: target, onTrustFile, except }, linesOf(source, counted));
  if (!kept.settings) throw new UsageError('Thư mục dữ liệu chưa được khởi tạo.');
  await compare(target, counted);
  // Last: without the settings no gateway starts on what is there. The places in the old feeds mean nothing here.
  const settings = { ...bareDocument(kept.settings), ...epochAfterRestore(Date.now()) };
  await writeDocument(target, serverDatabases.settings, settings);
  return counted;
}

async function* linesOf(
  source: ReadableStore,
  counted: CopiedDatabase[],
): AsyncGenerator<ArchiveLine> {
  for (const database of copyOrder(await source.databaseNames())) {
    yield { database, security: {} };
    const reading = copyDatabase(source, database, false);
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) yield { doc: step.value };
    counted.push(step.value);
  }
}

/** All but the settings, of which one document is held back. */
async function compare(target: ReadableStore, counted: readonly CopiedDatabase[]): Promise<void> {
  for (const { name, documents, deleted, digest } of counted) {
    if (name === serverDatabases.settings) continue;
    const reading = copyDatabase(target, name, true);
    let step = await reading.next();
    while (!step.done) step = await reading.next();
    const found = step.value;
    const same =
      found.digest === digest && found.documents === documents && found.deleted === deleted;
    if (!same)
      throw new UsageError(
        `Kho ${name} sau khi chuyển không khớp: ${found.documents}/${documents} văn bản. Dữ liệu gốc không đổi; hãy xóa kho CouchDB này và chuyển lại.`,
      );
  }
}
