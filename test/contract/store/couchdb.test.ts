/**
 * The contract, kept by the CouchDB adapter: against our own `/db`, or against the CouchDB that
 * STORE_TEST_URL names (with an administrator's account in it).
 */
import { openCouchStore } from '../../../sync-server/store/couchdb/open-couch-store.ts';
import { serveDb } from '../../integration/db/serve-db.ts';
import { describeStoreContract } from './contract.ts';

const given = process.env['STORE_TEST_URL'];

describeStoreContract(given ? 'couchdb adapter on CouchDB' : 'couchdb adapter on /db', async () => {
  const served = given ? null : await serveDb();
  const store = await openCouchStore({ url: given ?? served?.adminUrl ?? '' });
  return {
    store,
    async close() {
      await store.close();
      await served?.stop();
    },
  };
});
