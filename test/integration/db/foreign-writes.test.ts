/** A gateway over CouchDB hears of what another gateway wrote there, also without `_db_updates`. */
import { expect, it, vi } from 'vitest';
import { openCouchStore } from '../../../sync-server/store/couchdb/open-couch-store.ts';
import { serveDb } from './serve-db.ts';

it('tells of a write that came by another way', { timeout: 60_000 }, async () => {
  const served = await serveDb();
  const store = await openCouchStore({ url: served.adminUrl });
  for (const name of ['desk-a', 'desk-b']) await store.createDatabase(name);
  const heard: string[] = [];
  const stop = store.onWrite((name) => heard.push(name));
  await vi.waitFor(
    async () => {
      // Again and again: the first look at the sequences may come after the first write.
      await served.store.bulkDocs('desk-b', [{ _id: `d${Math.random()}` }]);
      expect(heard).toContain('desk-b');
    },
    { timeout: 40_000, interval: 500 },
  );
  expect(heard).not.toContain('desk-a');
  stop();
  await store.close();
  await served.stop();
});
