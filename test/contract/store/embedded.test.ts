/** The contract, kept by the embedded store. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/open-embedded-store.ts';
import { describeStoreContract } from './contract.ts';

describeStoreContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-store-'));
  const store = await openEmbeddedStore({ file: join(folder, 'store.sqlite') });
  return {
    store,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
