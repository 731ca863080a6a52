/** Opening an installation for a command, and setting one up. */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { chmod, mkdir } from 'node:fs/promises';
import { serverKeys } from '../keys/server-keys.ts';
import { newAccount } from '../accounts/new-account.ts';
import { makeBackupKey } from '../backup/backup-key.ts';
import { finishSwap } from '../backup/swap-data.ts';
import { readTrustedRoots, trustRoot } from '../approvals/trusted-roots.ts';
import { ensureServerDatabases } from '../documents/databases.ts';
import { openBlobStore } from '../blobs/open-blob-store.ts';
import { openStore } from '../documents/open-store.ts';
import { storeAddress } from '../documents/store-address.ts';
import { createSettings, readSettings, type Settings } from '../documents/settings.ts';
import { addUnit, makeUnit } from '../documents/units.ts';
import { openServices, type Services } from '../http/services.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { demoProvince } from './demo/province.ts';
import { readDemoPki } from './demo/demo-pki.ts';
import { seedDemo } from './demo/seed.ts';
import { openFailure } from './open-failure.ts';
import { UsageError } from './usage-error.ts';

/** Keys and dossiers lie here: nobody else on the machine looks in, whatever the folder was before. */
async function keepFromOthers(dataDir: string): Promise<void> {
  process.umask(0o077);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, 0o700);
}

export async function openInstallationStore(dataDir: string): Promise<DocumentStore> {
  await keepFromOthers(dataDir);
  await finishSwap(dataDir);
  const onFailure = (error: Error) => {
    // Nothing can be served without a store; whoever watches over this process starts it again.
    process.stderr.write(`Kho dữ liệu dừng đột ngột: ${error.message}\n`);
    process.exit(1);
  };
  const url = storeAddress();
  const store = await openStore({ dataDir, url, onFailure });
  try {
    await ensureServerDatabases(store);
    return store;
  } catch (error) {
    await store.close();
    throw openFailure(error, url);
  }
}

export async function openInstallationServices(
  store: DocumentStore,
  dataDir: string,
  settings: Settings,
): Promise<Services> {
  return openServices({
    store,
    blobs: await openBlobStore(dataDir),
    settings,
    keys: await serverKeys(dataDir),
    roots: await readTrustedRoots(dataDir),
    nowMs: Date.now,
    projectionFile: ':memory:',
    onFailure: (error) => process.stderr.write(`${String(error)}\n`),
  });
}

export interface NewInstallation {
  readonly province: string;
  readonly name: string;
  readonly trustPem?: string | undefined;
  readonly admin: { readonly user: string; readonly name: string; readonly password: string };
  readonly mustChangePassword: boolean;
}

export async function createInstallation(
  store: DocumentStore,
  dataDir: string,
  input: NewInstallation,
): Promise<void> {
  const { province, name, admin } = input;
  if (await readSettings(store)) throw new UsageError('Thư mục dữ liệu này đã được khởi tạo.');
  if (input.trustPem !== undefined) await trustRoot(dataDir, 'ca', input.trustPem);
  const unit = { code: province, name, kind: 'province', parent: null } as const;
  const validFrom = civilDateInVietnam(new Date().toISOString());
  await addUnit(store, makeUnit({ ...unit, validFrom }));
  const settings = await createSettings(store, { name, province, demo: false });
  const { accounts, audit, projection } = await openInstallationServices(store, dataDir, settings);
  const grants = [{ role: 'systemAdmin', unit: province }] as const;
  const { mustChangePassword } = input;
  await accounts.create(await newAccount({ ...admin, grants, mustChangePassword }, Date.now()));
  await audit.flush();
  await projection.close();
}

/** Seeds on the first start only; a store that holds anything else is left alone. */
export async function ensureDemo(store: DocumentStore, dataDir: string): Promise<void> {
  const standing = await readSettings(store);
  if (standing?.demo) return;
  if (standing) throw new UsageError('Thư mục dữ liệu này là dữ liệu thật: không chạy với --demo.');
  const pki = await readDemoPki();
  if (pki) await trustRoot(dataDir, 'demo-ca', pki.caPem);
  else
    process.stderr.write(
      'Không có chứng thư trình diễn (.hoso/demo-pki/pki.json): tài khoản thủ trưởng chưa có chứng thư số.\n',
    );
  const seedSettings = { ...demoSettings, epoch: 'seeding' };
  const services = await openInstallationServices(store, dataDir, seedSettings);
  await seedDemo(services, pki, Date.now());
  await services.audit.flush();
  await services.projection.close();
  await makeBackupKey(dataDir);
  // Last: without it a start that was cut short begins anew, and says so.
  await createSettings(store, demoSettings);
}

const demoSettings = {
  name: demoProvince.name,
  province: demoProvince.code,
  demo: true,
} as const;
