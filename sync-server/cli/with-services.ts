/** A command at work on an installation: opened before, put away after, whatever happens. */
import { readSettings, type Settings } from '../documents/settings.ts';
import type { Services } from '../http/services.ts';
import { openInstallationServices, openInstallationStore } from './installation.ts';
import { UsageError } from './usage-error.ts';

export async function withServices(
  dataDir: string,
  work: (services: Services, settings: Settings) => Promise<void>,
): Promise<void> {
  const store = await openInstallationStore(dataDir);
  try {
    const settings = await readSettings(store);
    if (!settings) throw new UsageError('Thư mục dữ liệu chưa được khởi tạo.');
    const services = await openInstallationServices(store, dataDir, settings);
    try {
      await work(services, settings);
    } finally {
      await services.audit.flush();
      await services.projection.close();
    }
  } finally {
    await store.close();
  }
}
