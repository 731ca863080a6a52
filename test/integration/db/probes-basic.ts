/**
 * The probes put to Apache CouchDB 3.5.0 when its answers were recorded, first half: databases,
 * documents, bulk requests, `_all_docs`. Each probe gives a short text (or a status) to compare.
 */
import { at, listAt } from './db-client.ts';
import type { Answer, Ask } from './db-client.ts';

export type Probe = readonly [name: string, run: (probe: ProbeContext) => Promise<unknown>];

export interface ProbeContext {
  readonly ask: Ask;
  /** The address of the database, with its slash: `/conf1234`. */
  readonly db: string;
  readonly base: string;
  /** Carried from probe to probe, as they build on each other. */
  readonly memory: Map<string, unknown>;
}

export const error = (answer: Answer) => `${answer.status} ${String(at(answer.json, 'error'))}`;

const rowStates = (answer: Answer) =>
  listAt(answer.json)
    .map((row) => (at(row, 'ok') ? 'ok' : `${String(at(row, 'error'))}:${String(at(row, 'id'))}`))
    .join();

const docOrError = (answer: Answer) =>
  listAt(answer.json, 'rows')
    .map((row) => (at(row, 'doc') ? 'doc' : at(row, 'error')))
    .join();

export const BASIC_PROBES: readonly Probe[] = [
  ['PUT db', async ({ ask, db }) => (await ask('PUT', db)).status],
  ['PUT db again', async ({ ask, db }) => error(await ask('PUT', db))],
  [
    'GET db',
    async ({ ask, db }) => {
      const answer = await ask('GET', db);
      const names = ['db_name', 'doc_count', 'update_seq', 'sizes'];
      return `${answer.status} ${names.filter((name) => at(answer.json, name) !== undefined).join()}`;
    },
  ],
  ['GET missing db', async ({ ask }) => error(await ask('GET', '/nosuchdbx'))],
  ['GET missing db _changes', async ({ ask }) => error(await ask('GET', '/nosuchdby/_changes'))],
  ['bad db name', async ({ ask }) => error(await ask('PUT', '/Bad%21Name'))],
  [
    'db name with slash',
    async ({ ask, db }) => {
      const name = `/conf%2Fx${db.slice(5)}`;
      const [put, get] = [await ask('PUT', name), await ask('GET', name)];
      await ask('DELETE', name);
      return `${put.status} ${get.status}`;
    },
  ],
  ['PUT doc', async ({ ask, db }) => (await ask('PUT', `${db}/a`, { n: 1, type: 'x' })).status],
  [
    'GET doc',
    async ({ ask, db, memory }) => {
      const answer = await ask('GET', `${db}/a`);
      memory.set('rev', at(answer.json, '_rev'));
      return `${answer.status} ${typeof at(answer.json, '_rev') === 'string'}`;
    },
  ],
  ['PUT conflict', async ({ ask, db }) => error(await ask('PUT', `${db}/a`, { n: 2 }))],
  [
    'GET missing doc',
    async ({ ask, db }) => {
      const answer = await ask('GET', `${db}/zzz`);
      return `${error(answer)} ${String(at(answer.json, 'reason'))}`;
    },
  ],
  [
    'HEAD doc etag',
    async ({ ask, db }) => {
      const answer = await ask('HEAD', `${db}/a`);
      return `${answer.status} ${answer.headers.has('etag')}`;
    },
  ],
  [
    '_bulk_docs',
    async ({ ask, db }) => {
      const docs = Array.from({ length: 20 }, (_, i) => ({
        _id: `b${i}`,
        n: i,
        type: i % 2 ? 'x' : 'y',
        name: `n${i}`,
      }));
      const answer = await ask('POST', `${db}/_bulk_docs`, { docs });
      return `${answer.status} ${listAt(answer.json).filter((row) => at(row, 'ok')).length}`;
    },
  ],
  [
    '_bulk_docs conflict row',
    async ({ ask, db }) => {
      const docs = [
        { _id: 'b1', n: 9 },
        { _id: 'bn', n: 1 },
      ];
      const answer = await ask('POST', `${db}/_bulk_docs`, { docs });
      return `${answer.status} ${rowStates(answer)}`;
    },
  ],
  [
    '_bulk_docs new_edits=false',
    async ({ ask, db }) => {
      const docs = [
        { _id: 'rep', _rev: '2-bb', _revisions: { start: 2, ids: ['bb', 'aa'] }, v: 1 },
        { _id: 'rep', _rev: '2-cc', _revisions: { start: 2, ids: ['cc', 'aa'] }, v: 2 },
      ];
      const put = await ask('POST', `${db}/_bulk_docs`, { new_edits: false, docs });
      const { json } = await ask('GET', `${db}/rep?conflicts=true`);
      const seen = `${String(at(json, '_rev'))} ${listAt(json, '_conflicts').join()}`;
      return `${put.status} ${JSON.stringify(put.json)} ${seen}`;
    },
  ],
  [
    'open_revs=all',
    async ({ ask, db }) => {
      const answer = await ask('GET', `${db}/rep?open_revs=all`);
      return `${answer.status} ${listAt(answer.json).length}`;
    },
  ],
  [
    '_bulk_docs broken JSON',
    async ({ ask, db }) => {
      const headers = { 'content-type': 'application/json' };
      return (await ask('POST', `${db}/_bulk_docs`, '{"docs":[', { raw: true, headers })).status;
    },
  ],
  ['_bulk_docs no docs', async ({ ask, db }) => error(await ask('POST', `${db}/_bulk_docs`, {}))],
  [
    '_bulk_get',
    async ({ ask, db }) => {
      const docs = [{ id: 'b1' }, { id: 'nope' }];
      const answer = await ask('POST', `${db}/_bulk_get?revs=true`, { docs });
      const rows = listAt(answer.json, 'results').map((row) => {
        const ok = at(row, 'docs', 0, 'ok');
        return ok
          ? `ok${at(ok, '_revisions') !== undefined}`
          : at(row, 'docs', 0, 'error', 'error');
      });
      return `${answer.status} ${rows.join()}`;
    },
  ],
  [
    '_revs_diff',
    async ({ ask, db, memory }) => {
      const answer = await ask('POST', `${db}/_revs_diff`, { b1: ['1-x'], a: [memory.get('rev')] });
      return `${answer.status} ${JSON.stringify(answer.json)}`;
    },
  ],
  [
    '_all_docs',
    async ({ ask, db }) => {
      const answer = await ask('GET', `${db}/_all_docs?limit=3&include_docs=true`);
      const rows = listAt(answer.json, 'rows');
      return `${answer.status} ${rows.length} ${at(rows, 0, 'doc') !== undefined}`;
    },
  ],
  [
    '_all_docs POST keys',
    async ({ ask, db }) => {
      const body = { keys: ['b1', 'nope'], include_docs: true };
      const answer = await ask('POST', `${db}/_all_docs`, body);
      return `${answer.status} ${docOrError(answer)}`;
    },
  ],
  [
    '_all_docs GET keys=',
    async ({ ask, db }) => {
      const keys = encodeURIComponent('["b1","nope"]');
      const answer = await ask('GET', `${db}/_all_docs?include_docs=true&keys=${keys}`);
      return `${answer.status} ${docOrError(answer)}`;
    },
  ],
  [
    '_all_docs deleted key',
    async ({ ask, db }) => {
      const held = await ask('GET', `${db}/b19`);
      await ask('DELETE', `${db}/b19?rev=${String(at(held.json, '_rev'))}`);
      const body = { keys: ['b19'], include_docs: true, deleted: 'ok' };
      const answer = await ask('POST', `${db}/_all_docs`, body);
      const row = at(answer.json, 'rows', 0);
      const deleted = String(at(row, 'value', 'deleted'));
      return `${answer.status} doc=${JSON.stringify(at(row, 'doc'))} del=${deleted}`;
    },
  ],
  [
    '_all_docs startkey/endkey',
    async ({ ask, db }) => {
      const answer = await ask('GET', `${db}/_all_docs?startkey=%22b1%22&endkey=%22b2%22`);
      return `${answer.status} ${listAt(answer.json, 'rows').length}`;
    },
  ],
];
