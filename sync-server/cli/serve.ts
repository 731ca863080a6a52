/** `hoso serve`: runs the gateway until it is asked to stop. */
import { loopback, startGateway } from '../http/gateway.ts';
import { storeAddress } from '../documents/store-address.ts';
import { readSettings, renewEpoch } from '../documents/settings.ts';
import { holdTogether } from '../store/embedded/data-lock.ts';
import { demoAccounts } from './demo/province.ts';
import { ensureDemo, openInstallationStore } from './installation.ts';
import { UsageError } from './usage-error.ts';

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Addresses of the TLS proxies in front; empty when there are none. */
  readonly proxies: readonly string[];
  readonly restore: boolean;
  readonly demo: boolean;
  readonly json: boolean;
}

const shownAccounts = demoAccounts.map(({ user, password, role, unit }) => ({
  user,
  password,
  role,
  unit,
}));

/** The centre was restored under a running server: whoever watches over it starts it again. */
const epochChangedCode = 3;

export async function serve(options: ServeOptions): Promise<void> {
  refuseOpenDoor(options);
  const stop = stopSignal();
  const store = await openInstallationStore(options.data);
  const letGo = holdTogether(options.data);
  try {
    if (options.demo) await ensureDemo(store, options.data);
    else await refuseDemoData(store);
    if (options.restore) await renewEpoch(store);
    const { data: dataDir, port, host, proxies, restore } = options;
    const url = storeAddress();
    const gateway = await startGateway({
      dataDir,
      store,
      port,
      host,
      log: process.stderr,
      restoring: restore,
      backups: { ...(url === undefined ? {} : { storeUrl: url }), scheduled: true },
      ...(proxies.length > 0 ? { overTls: true, trustProxy: proxies } : {}),
    });
    announce(gateway.url, options);
    const changed = await Promise.race([
      stop.then(() => false),
      gateway.epochChanged.then(() => true),
    ]);
    await gateway.close();
    if (changed) process.exitCode = epochChangedCode;
  } finally {
    await store.close();
    letGo();
  }
}

/** Passwords must not cross a network in the clear, and those of the demonstration are public. */
function refuseOpenDoor({ host, proxies, demo }: ServeOptions): void {
  if (loopback.includes(host)) return;
  if (demo) throw new UsageError('--demo: chỉ chạy trên địa chỉ nội bộ của máy (127.0.0.1).');
  if (proxies.length === 0)
    throw new UsageError('--host: nghe ngoài máy này phải có proxy TLS phía trước (--tls).');
}

/** Demo passwords are public: such data is served only when one says so. */
async function refuseDemoData(store: Parameters<typeof readSettings>[0]): Promise<void> {
  const settings = await readSettings(store);
  if (!settings) throw new UsageError('Thư mục dữ liệu chưa được khởi tạo: chạy lệnh init trước.');
  if (settings.demo)
    throw new UsageError('Thư mục dữ liệu này là dữ liệu trình diễn: thêm --demo để chạy.');
}

function announce(url: string, { demo, json }: ServeOptions): void {
  if (json) {
    const line = demo ? { ready: true, url, accounts: shownAccounts } : { ready: true, url };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return;
  }
  process.stdout.write(`Máy chủ HoSo: ${url}\n`);
  if (!demo) return;
  process.stdout.write('Tài khoản trình diễn:\n');
  for (const { user, password, role, unit } of shownAccounts)
    process.stdout.write(`  ${user}  ${password}  ${role}  ${unit}\n`);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
