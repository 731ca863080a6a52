/** The server that `store-kill.test.ts` kills: `/db` over an embedded store in the given file. */
import Fastify from 'fastify';
import {
  DB_ROUTER_OPTIONS,
  registerDbInterface,
} from '../../sync-server/http/db/register-db-interface.ts';
import { openEmbeddedStore } from '../../sync-server/store/embedded/open-embedded-store.ts';

const [file = ''] = process.argv.slice(2);
const store = await openEmbeddedStore({ file });
const app = Fastify({ routerOptions: DB_ROUTER_OPTIONS });
await registerDbInterface(app, {
  store,
  prefix: '/db',
  authorize: async () => ({ name: 'test', may: () => true }),
});
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}/db\n`);
