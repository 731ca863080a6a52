/** The real gateway over the embedded store, as a process of its own that may be killed; orders come over IPC. */
import { demoUnits } from '../../../sync-server/cli/demo/province.ts';
import { openAccountDirectory } from '../../../sync-server/accounts/account-directory.ts';
import { trustRoot } from '../../../sync-server/approvals/trusted-roots.ts';
import { ensureServerDatabases } from '../../../sync-server/documents/databases.ts';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import {
  createSettings,
  readSettings,
  renewEpoch,
} from '../../../sync-server/documents/settings.ts';
import { addUnit, makeUnit } from '../../../sync-server/documents/units.ts';
import { startGateway } from '../../../sync-server/http/gateway.ts';
import { makePlace } from './make-place.ts';
import type { CentreStart, Order, OrderAnswer, OrderMessage } from './orders.ts';

const say = (answer: OrderAnswer) => process.send?.(answer);

async function open({ dataDir, caPem, restored }: CentreStart) {
  const store = await openStore({ dataDir });
  await ensureServerDatabases(store);
  if (!(await readSettings(store))) {
    const [province] = demoUnits;
    if (province) await addUnit(store, province);
    await trustRoot(dataDir, 'fuzz-ca', caPem);
    await createSettings(store, { name: 'Trung tâm thử', province: 'H20', demo: false });
  }
  if (restored) await renewEpoch(store);
  return store;
}

async function serve(start: CentreStart): Promise<void> {
  const store = await open(start);
  const plenty = 1_000_000;
  const limits = { requestsPerMinute: plenty, signInsPerMinute: plenty };
  const { dataDir, port } = start;
  const gateway = await startGateway({ dataDir, store, port, logLevel: 'error', ...limits });
  const accounts = openAccountDirectory(store);

  async function follow(order: Order): Promise<unknown> {
    switch (order.does) {
      case 'place':
        return makePlace({ store, ...start }, order.number);
      case 'grant':
        return accounts.update(order.user, (account) => ({
          ...account,
          grants: [...order.grants],
        }));
      case 'addUnit': {
        const { code, parent } = order;
        const validFrom = '2026-01-01';
        return addUnit(
          store,
          makeUnit({ code, parent, name: `Phòng ${code}`, kind: 'office', validFrom }),
        );
      }
    }
  }
  process.on('message', ({ id, order }: OrderMessage) => {
    follow(order).then(
      (value) => say({ id, value: value ?? null }),
      (error: unknown) => say({ id, error: String(error) }),
    );
  });
  say({ ready: gateway.url });
}

process.once('message', (start: CentreStart) => void serve(start));
// Whoever started this process is gone: so is its purpose.
process.once('disconnect', () => process.exit(0));
