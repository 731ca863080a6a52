/** The other probes: local documents, Mango, attachments, rights, upkeep, and what we leave out. */
import { gzipSync } from 'node:zlib';
import { at, listAt } from './db-client.ts';
import { error } from './probes-basic.ts';
import type { Probe } from './probes-basic.ts';

const bytes = { raw: true, headers: { 'content-type': 'application/octet-stream' } };
const statusOf =
  (method: string, path: (db: string) => string, body?: unknown): Probe[1] =>
  async ({ ask, db }) =>
    (await ask(method, path(db), body)).status;

const DESIGN: readonly Probe[] = [
  [
    '_changes filter=_view/ddoc',
    async ({ ask, db }) => {
      await ask('PUT', `${db}/_design/f`, {
        filters: { t: 'function(doc,req){return doc.type===req.query.t}' },
        views: { byn: { map: 'function(doc){emit(doc.n,1)}', reduce: '_sum' } },
      });
      const { status, json } = await ask('GET', `${db}/_changes?filter=f/t&t=x`);
      return `${status} ${String(at(json, 'error') ?? listAt(json, 'results').length)}`;
    },
  ],
  [
    'view query',
    async ({ ask, db }) => {
      const query = 'reduce=false&startkey=3&endkey=6';
      const { status, json } = await ask('GET', `${db}/_design/f/_view/byn?${query}`);
      return `${status} ${String(at(json, 'error') ?? listAt(json, 'rows').length)}`;
    },
  ],
  [
    'view reduce',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', `${db}/_design/f/_view/byn`);
      return `${status} ${JSON.stringify(at(json, 'rows') ?? at(json, 'error'))}`;
    },
  ],
];

const LOCAL_AND_FIND: readonly Probe[] = [
  [
    '_local put/get/update',
    async ({ ask, db }) => {
      const put = await ask('PUT', `${db}/_local/cp`, { x: 1 });
      const get = await ask('GET', `${db}/_local/cp`);
      const body = { x: 2, _rev: at(get.json, '_rev') };
      const again = await ask('PUT', `${db}/_local/cp`, body);
      const parts = [
        put.status,
        get.status,
        at(get.json, 'x'),
        again.status,
        at(again.json, 'rev'),
      ];
      return parts.join(' ');
    },
  ],
  ['_local GET missing', async ({ ask, db }) => error(await ask('GET', `${db}/_local/none`))],
  [
    '_index create',
    async ({ ask, db }) => {
      const index = { index: { fields: ['type', 'n'] }, name: 'tn', ddoc: 'idx', type: 'json' };
      const { status, json } = await ask('POST', `${db}/_index`, index);
      return `${status} ${String(at(json, 'result') ?? at(json, 'error'))}`;
    },
  ],
  [
    '_index list',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', `${db}/_index`);
      return `${status} ${String(at(json, 'total_rows'))}`;
    },
  ],
  [
    '_find',
    async ({ ask, db }) => {
      const { status, json } = await ask('POST', `${db}/_find`, {
        selector: { type: 'x', n: { $gt: 4 } },
        fields: ['_id'],
        sort: ['type', 'n'],
        limit: 3,
      });
      return `${status} ${listAt(json, 'docs')
        .map((doc) => at(doc, '_id'))
        .join()}`;
    },
  ],
  [
    '_find regex',
    async ({ ask, db }) => {
      const { status, json } = await ask('POST', `${db}/_find`, {
        selector: { name: { $regex: '^n1' } },
      });
      return `${status} ${listAt(json, 'docs').length}`;
    },
  ],
  [
    '_find bookmark',
    async ({ ask, db }) => {
      const body = { selector: { type: 'y' }, limit: 2 };
      const { status, json } = await ask('POST', `${db}/_find`, body);
      return `${status} ${Boolean(at(json, 'bookmark'))}`;
    },
  ],
  [
    '_explain',
    async ({ ask, db }) => {
      const { status, json } = await ask('POST', `${db}/_explain`, { selector: { type: 'x' } });
      return `${status} ${Boolean(at(json, 'index'))}`;
    },
  ],
];

const ATTACHMENTS: readonly Probe[] = [
  [
    'attachment put/get',
    async ({ ask, db, base }) => {
      const doc = await ask('PUT', `${db}/att`, {});
      const path = `${db}/att/f.bin`;
      const content = new Uint8Array([1, 2, 3]);
      const put = await ask('PUT', `${path}?rev=${String(at(doc.json, 'rev'))}`, content, bytes);
      const headers = { authorization: `Basic ${btoa('admin:pw')}` };
      const got = await fetch(base + path, { headers });
      const back = [...new Uint8Array(await got.arrayBuffer())].join();
      return `${put.status} ${got.status} ${back} ${String(got.headers.get('content-type'))}`;
    },
  ],
  [
    'attachment stub + inline',
    async ({ ask, db }) => {
      const stub = at((await ask('GET', `${db}/att`)).json, '_attachments', 'f.bin', 'stub');
      const inline = await ask('GET', `${db}/att?attachments=true`);
      return JSON.stringify({ stub, data: at(inline.json, '_attachments', 'f.bin', 'data') });
    },
  ],
  [
    'attachment 2MB',
    async ({ ask, db }) => {
      const rev = String(at((await ask('GET', `${db}/att`)).json, '_rev'));
      const content = new Uint8Array(2e6);
      return (await ask('PUT', `${db}/att/big.bin?rev=${rev}`, content, bytes)).status;
    },
  ],
  [
    'doc 9 MB / too large',
    async ({ ask, db }) => error(await ask('PUT', `${db}/big`, { s: 'x'.repeat(9e6) })),
  ],
];

const RIGHTS: readonly Probe[] = [
  [
    '_security',
    async ({ ask, db }) => {
      const security = {
        admins: { names: [], roles: [] },
        members: { names: ['u'], roles: ['r'] },
      };
      const put = await ask('PUT', `${db}/_security`, security);
      const get = await ask('GET', `${db}/_security`);
      return `${put.status} ${get.status} ${JSON.stringify(at(get.json, 'members'))}`;
    },
  ],
  [
    '_security enforced (anon)',
    async ({ ask, db }) => (await ask('GET', `${db}/a`, undefined, { as: null })).status,
  ],
  [
    'validate_doc_update',
    async ({ ask, db }) => {
      await ask('PUT', `${db}/_security`, {});
      const design = await ask('PUT', `${db}/_design/v`, {
        validate_doc_update: "function(n){ if(n.poison) throw({forbidden:'no poison'}); }",
      });
      const one = await ask('PUT', `${db}/poison1`, { poison: 1 });
      const docs = [{ _id: 'v1' }, { _id: 'v2', poison: 1 }, { _id: 'v3' }];
      const bulk = await ask('POST', `${db}/_bulk_docs`, { docs });
      const rows = listAt(bulk.json).map((row) =>
        at(row, 'ok') ? 'ok' : [at(row, 'error'), at(row, 'id'), at(row, 'reason')].join(':'),
      );
      return `${design.status} ${error(one)} | bulk ${bulk.status} ${rows.join()}`;
    },
  ],
  [
    'validate on new_edits=false',
    async ({ ask, db }) => {
      const docs = [
        { _id: 'w1', _rev: '1-a' },
        { _id: 'w2', _rev: '1-b', poison: 1 },
      ];
      const bulk = await ask('POST', `${db}/_bulk_docs`, { new_edits: false, docs });
      const rows = listAt(bulk.json).map((row) => [at(row, 'error'), at(row, 'id')].join(':'));
      const stored = (await ask('GET', `${db}/w2`)).status === 200;
      return `${bulk.status} ${rows.join()} stored=${stored}`;
    },
  ],
  [
    '_session',
    async ({ ask }) => {
      const { status, json } = await ask('GET', '/_session');
      return `${status} ${String(at(json, 'userCtx', 'name'))}`;
    },
  ],
  [
    '_users create+login',
    async ({ ask }) => {
      const user = { name: 'u1', password: 'pw', roles: [], type: 'user' };
      const put = await ask('PUT', '/_users/org.couchdb.user:u1', user);
      const login = await ask('POST', '/_session', { name: 'u1', password: 'pw' });
      const wrong = await ask('POST', '/_session', { name: 'u1', password: 'no' });
      const cookie = login.headers.has('set-cookie');
      return `${put.status} login ${login.status} ${cookie} bad ${wrong.status}`;
    },
  ],
];

const UPKEEP: readonly Probe[] = [
  [
    '_replicate',
    async ({ ask, db }) => {
      const body = { source: db.slice(1), target: `${db.slice(1)}t`, create_target: true };
      const { status, json } = await ask('POST', '/_replicate', body);
      const target = await ask('GET', `${db}t`);
      const docs = String(at(target.json, 'doc_count'));
      return `${status} ${String(at(json, 'ok') ?? at(json, 'error'))} docs=${docs}`;
    },
  ],
  [
    '_purge',
    async ({ ask, db }) => {
      const held = await ask('GET', `${db}/b3`);
      const purge = await ask('POST', `${db}/_purge`, { b3: [at(held.json, '_rev')] });
      const after = await ask('GET', `${db}/b3`);
      return `${purge.status} ${String(at(purge.json, 'error') ?? 'ok')} after=${after.status}`;
    },
  ],
  ['_db_updates', async ({ ask }) => error(await ask('GET', '/_db_updates'))],
  [
    '_up',
    async ({ ask }) => {
      const { status, json } = await ask('GET', '/_up');
      return `${status} ${String(at(json, 'status'))}`;
    },
  ],
  [
    '_all_dbs',
    async ({ ask, db }) => {
      const { status, json } = await ask('GET', '/_all_dbs');
      return `${status} ${listAt(json).includes(db.slice(1))}`;
    },
  ],
  [
    '_dbs_info',
    async ({ ask, db }) => {
      const { status, json } = await ask('POST', '/_dbs_info', { keys: [db.slice(1)] });
      return `${status} ${listAt(json).length}`;
    },
  ],
  ['_compact', statusOf('POST', (db) => `${db}/_compact`, {})],
  [
    '_revs_limit',
    async ({ ask, db }) => {
      const put = await ask('PUT', `${db}/_revs_limit`, 50);
      return `${put.status} ${(await ask('GET', `${db}/_revs_limit`)).status}`;
    },
  ],
  ['_ensure_full_commit', statusOf('POST', (db) => `${db}/_ensure_full_commit`, {})],
  ['_uuids', statusOf('GET', () => '/_uuids')],
  ['_design_docs', statusOf('GET', (db) => `${db}/_design_docs`)],
  ['_missing_revs', statusOf('POST', (db) => `${db}/_missing_revs`, { b1: ['1-x'] })],
  ['_active_tasks', statusOf('GET', () => '/_active_tasks')],
  ['_scheduler/jobs', statusOf('GET', () => '/_scheduler/jobs')],
  ['_node/_local/_stats', statusOf('GET', () => '/_node/_local/_stats')],
  [
    'gzip request body',
    async ({ ask, db }) => {
      const packed = gzipSync(JSON.stringify({ docs: [{ _id: 'gz' }] }));
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      return (await ask('POST', `${db}/_bulk_docs`, packed, { raw: true, headers })).status;
    },
  ],
  ['DELETE db', statusOf('DELETE', (db) => db)],
];

export const OTHER_PROBES: readonly Probe[] = [
  ...DESIGN,
  ...LOCAL_AND_FIND,
  ...ATTACHMENTS,
  ...RIGHTS,
  ...UPKEEP,
];
