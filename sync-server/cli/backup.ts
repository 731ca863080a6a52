/** `hoso backup …`: copies of the centre, and putting one back. All but listing goes on record as done by `server`. */
import { resolve } from 'node:path';
import { makeBackupKey, readBackupKey } from '../backup/backup-key.ts';
import type { BackupOutcome } from '../backup/backup-work.ts';
import { openBackupRuns, type BackupTask } from '../backup/backup-runs.ts';
import { newestSet } from '../backup/open-set.ts';
import { backupPlaceOf } from '../backup/place.ts';
import { recordBackup } from '../backup/record-backup.ts';
import { restoreIntoFolder, restoreIntoStore } from '../backup/restore-set.ts';
import { listSets, onSameDisk } from '../backup/set-folder.ts';
import { carryClosingsBetween, type CarriedClosings } from '../backup/carry-closings.ts';
import { swapData } from '../backup/swap-data.ts';
import { readLastBackup } from '../documents/last-backup.ts';
import { openStore } from '../documents/open-store.ts';
import { readSettings } from '../documents/settings.ts';
import { storeAddress } from '../documents/store-address.ts';
import { softwareVersion } from '../http/software-version.ts';
import { openInstallationServices, openInstallationStore } from './installation.ts';
import { UsageError } from './usage-error.ts';
import { vietnamTime } from './vietnam-time.ts';

export interface BackupOptions {
  readonly data: string;
  readonly to?: string;
  readonly set?: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const number = (value: number): string => value.toLocaleString('vi-VN');
const megabytes = (bytes: number): string => `${number(Math.ceil(bytes / 1e5) / 10)} MB`;

export async function backupKey({ data }: BackupOptions): Promise<void> {
  const text = await makeBackupKey(data);
  if (text === null) throw new UsageError('Đã có khóa sao lưu; không làm khóa mới.');
  say(
    'Đã tạo khóa sao lưu. Hãy chép ra giấy và cất NGOÀI máy chủ: mất khóa là mất mọi bản sao lưu.',
  );
  say(text);
}

export const backupNow = (options: BackupOptions): Promise<void> => runTask('take', options);
export const backupVerify = (options: BackupOptions): Promise<void> => runTask('verify', options);
export const backupDrill = (options: BackupOptions): Promise<void> => runTask('prove', options);

async function runTask(task: BackupTask, options: BackupOptions): Promise<void> {
  const place = backupPlaceOf(options.data, options.to);
  const store = await openInstallationStore(options.data);
  try {
    const settings = await readSettings(store);
    if (!settings) throw new UsageError('Thư mục dữ liệu chưa được khởi tạo.');
    const { audit, projection, nowMs, onFailure } = await openInstallationServices(
      store,
      options.data,
      settings,
    );
    const dataDir = options.data;
    const common = { store, audit, dataDir, place, settings, softwareVersion, nowMs, onFailure };
    const runs = openBackupRuns({ ...common, storeUrl: storeAddress() });
    try {
      sayOutcome(await runs.run(task, 'server', options.set));
      if (task === 'take' && (await onSameDisk(place, dataDir)))
        say('Cảnh báo: bản sao lưu nằm cùng ổ đĩa với dữ liệu. Hãy đặt HOSO_BACKUP_DIR ở ổ khác.');
    } finally {
      await audit.flush();
      await projection.close();
    }
  } finally {
    await store.close();
  }
}

function sayOutcome(outcome: BackupOutcome): void {
  if (outcome.task === 'prove') {
    const { set, documents, blobs } = outcome.proof;
    say(
      `Đã phục hồi thử ${set}: ${number(documents)} văn bản, ${number(blobs)} tệp, đúng như bản kê.`,
    );
    return;
  }
  const { set, parts, databases } = outcome.manifest;
  const documents = databases.reduce((sum, each) => sum + each.documents + each.deleted, 0);
  const bytes = megabytes(parts.reduce((sum, part) => sum + part.bytes, 0));
  say(`${set}: ${number(documents)} văn bản, ${bytes}, đã đọc lại và còn nguyên vẹn.`);
  if (outcome.task === 'take' && outcome.removed.length > 0)
    say(`Đã bỏ ${outcome.removed.length} bản cũ theo quy định lưu giữ.`);
}

export async function backupList({ data, to }: BackupOptions): Promise<void> {
  const place = backupPlaceOf(data, to);
  const sets = await listSets(place);
  if (sets.length === 0) say(`Chưa có bản sao lưu nào ở ${place}.`);
  for (const { set, manifest, bytes } of sets)
    say(
      manifest
        ? `${set}  ${vietnamTime(manifest.snapshotAtUtc)}  ${megabytes(bytes)}`
        : `${set}  KHÔNG ĐỌC ĐƯỢC bản kê`,
    );
}

export interface RestoreOptions extends BackupOptions {
  readonly into?: string;
}

/** Into an empty folder, or, with `STORE_URL`, into an empty CouchDB. */
export async function backupRestore(options: RestoreOptions): Promise<void> {
  const { data: dataDir, into } = options;
  const place = backupPlaceOf(dataDir, options.to);
  const key = await readBackupKey(dataDir);
  const set = options.set ?? (await newestSet(place, Date.now()));
  const parts = { place, set, key };
  const url = storeAddress();
  if (url !== undefined) {
    const store = await openStore({ dataDir, url });
    const manifest = await restoreIntoStore(store, dataDir, parts).finally(() => store.close());
    sayLookThrough(manifest.snapshotAtUtc);
    say(`Đã phục hồi ${set} vào kho CouchDB còn trống. Khởi động máy chủ như thường lệ.`);
    return;
  }
  if (into === undefined) throw new UsageError('--into: cần thư mục trống để phục hồi vào.');
  await restoreIntoFolder(resolve(into), parts);
  say(`Đã phục hồi ${set} vào ${into}.`);
  say(`Dừng máy chủ rồi chạy: hoso backup swap --data ${dataDir} --from ${into}`);
}

export interface SwapOptions {
  readonly data: string;
  readonly from: string;
  /** `--no-carry`: the store that is replaced is not to be believed. */
  readonly carry: boolean;
}

export async function backupSwap({ data, from, carry }: SwapOptions): Promise<void> {
  const restored = resolve(from);
  let carried: CarriedClosings | null = null;
  const aside = await swapData(data, restored, Date.now(), async () => {
    if (carry) carried = await carryClosingsBetween(data, restored, sayUnreadable);
  });
  await recordSwap(data, carried);
  say(`Đã đưa bản phục hồi vào ${data}; dữ liệu cũ nằm ở ${aside}.`);
  say('Khởi động máy chủ: các cơ quan sẽ tự gửi lại những gì trung tâm còn thiếu.');
}

const sayUnreadable = (error: unknown): void =>
  say(`Không đọc được kho dữ liệu bị thay thế (${error instanceof Error ? error.name : 'lỗi'}).`);

/** What was closed since the snapshot is open again, and nobody but people knows what that was. */
function sayLookThrough(snapshotAtUtc: string | null): void {
  const since = snapshotAtUtc === null ? 'thời điểm sao lưu' : vietnamTime(snapshotAtUtc);
  say(
    `Cảnh báo: máy đã thu hồi, tài khoản đã ngừng, mật khẩu đã đổi, chứng thư đã gỡ sau ${since} trở lại như lúc đó. ` +
      'Hãy rà soát mọi tài khoản và máy trước khi cho các cơ quan làm việc lại; mọi phiên đăng nhập đã kết thúc.',
  );
}

/** In the trail of the centre that stands now; a swap finished at the next start has the record of its restore only. */
async function recordSwap(dataDir: string, carried: CarriedClosings | null): Promise<void> {
  const store = await openStore({ dataDir });
  try {
    const { set, snapshotAtUtc } = await readLastBackup(store);
    const { accounts, devices } = carried ?? { accounts: [], devices: [] };
    const closed = [
      ...accounts.map((each) => `account ${each}`),
      ...devices.map((each) => `device ${each}`),
    ];
    await recordBackup(store, 'backup.swap', set ?? 'unknown', closed);
    if (!carried) sayLookThrough(snapshotAtUtc);
    if (accounts.length > 0)
      say(`Giữ nguyên việc đã đóng sau bản sao lưu ở các tài khoản: ${accounts.join(', ')}.`);
    if (devices.length > 0)
      say(`Vẫn bị thu hồi: ${number(devices.length)} máy (${devices.join(', ')}).`);
  } finally {
    await store.close();
  }
}
