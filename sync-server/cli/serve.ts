/** `hoso serve`: runs the gateway until it is asked to stop. */
import { startGateway } from '../http/gateway.ts';
import { readSettings } from '../documents/settings.ts';
import { demoAccounts } from './demo/province.ts';
import { ensureDemo, openInstallationStore, UsageError } from './installation.ts';

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly overTls: boolean;
  readonly demo: boolean;
  readonly json: boolean;
}

const shownAccounts = demoAccounts.map(({ user, password, role, unit }) => ({
  user,
  password,
  role,
  unit,
}));

export async function serve(options: ServeOptions): Promise<void> {
  const stop = stopSignal();
  const store = await openInstallationStore(options.data);
  try {
    if (options.demo) await ensureDemo(store, options.data);
    else await refuseDemoData(store);
    const { data: dataDir, port, host, overTls } = options;
    const gateway = await startGateway({
      dataDir,
      store,
      port,
      host,
      log: process.stderr,
      ...(overTls ? { overTls } : {}),
    });
    announce(gateway.url, options);
    await stop;
    await gateway.close();
  } finally {
    await store.close();
  }
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
