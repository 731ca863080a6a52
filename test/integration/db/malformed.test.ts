/**
 * Whatever is sent, `/db` answers as CouchDB would: a 4xx with `error` and `reason`, never a
 * silence, never a 5xx, never a dead process. The cases are those that killed or hung the servers
 * measured for ADR 0001, and their neighbours.
 */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, dbClient } from './db-client.ts';
import type { Ask } from './db-client.ts';
import { serveDb } from './serve-db.ts';
import type { ServedDb } from './serve-db.ts';

const json = { 'content-type': 'application/json' };
const gzip = { ...json, 'content-encoding': 'gzip' };
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

type Case = readonly [
  name: string,
  method: string,
  path: string,
  body: string | Uint8Array | undefined,
  headers: Readonly<Record<string, string>>,
  status: number,
];

const post = (name: string, path: string, body: unknown, status: number): Case => [
  name,
  'POST',
  path,
  typeof body === 'string' ? body : JSON.stringify(body),
  json,
  status,
];
const get = (name: string, path: string, status: number): Case => [
  name,
  'GET',
  path,
  undefined,
  {},
  status,
];
const bulk = (name: string, document: unknown, status = 400): Case =>
  post(`document: ${name}`, '/t/_bulk_docs', { docs: [document] }, status);

const CASES: readonly Case[] = [
  bulk('null', null),
  bulk('a number', 5),
  bulk('a list', []),
  bulk('an id that is a number', { _id: 5 }),
  bulk('an id that is empty', { _id: '' }),
  bulk('a reserved id', { _id: '_x' }),
  bulk('a lone surrogate in the id', { _id: '\ud800' }),
  bulk('an id of 10,000 characters', { _id: 'x'.repeat(10_000) }),
  bulk('a revision that is a number', { _id: 'a', _rev: 1 }),
  bulk('a revision without a dash', { _id: 'a', _rev: 'abc' }),
  bulk('an unknown reserved field', { _id: 'a', _foo: 1 }),
  bulk('_deleted that is text', { _id: 'a', _deleted: 'true' }),
  bulk('_attachments that is text', { _id: 'a', _attachments: 'x' }),
  bulk('_attachments that is a list', { _id: 'a', _attachments: [1] }),
  bulk('an attachment that is null', { _id: 'a', _attachments: { f: null } }),
  bulk('an attachment without data', { _id: 'a', _attachments: { f: {} } }),
  bulk('attachment data that is a number', { _id: 'a', _attachments: { f: { data: 5 } } }),
  bulk('attachment data that is no base64', { _id: 'a', _attachments: { f: { data: '?' } } }),
  bulk('RxDB’s attachment form', { _id: 'a', _attachments: { f: { length: 1, type: 't' } } }),
  bulk('an attachment that follows', { _id: 'a', _attachments: { f: { follows: true } } }),
  bulk('_revisions that is text', { _id: 'a', _revisions: 'x' }),
  bulk('_revisions with numbers', { _id: 'a', _revisions: { start: 1, ids: [1] } }),
  bulk('_revisions without ids', { _id: 'a', _revisions: { start: 1, ids: [] } }),
  bulk('_revisions longer than its start', { _id: 'a', _revisions: { start: 1, ids: ['b', 'a'] } }),
  bulk('_revisions that contradict _rev', {
    _id: 'a',
    _rev: '1-b',
    _revisions: { start: 1, ids: ['a'] },
  }),
  post('_bulk_docs: broken JSON', '/t/_bulk_docs', '{"docs":[', 400),
  post('_bulk_docs: a list', '/t/_bulk_docs', [], 400),
  post('_bulk_docs: docs that is an object', '/t/_bulk_docs', { docs: {} }, 400),
  post('_bulk_docs: new_edits that is text', '/t/_bulk_docs', { docs: [], new_edits: 'x' }, 400),
  post(
    '_bulk_docs: replication without a revision',
    '/t/_bulk_docs',
    { docs: [{ _id: 'a' }], new_edits: false },
    400,
  ),
  post(
    '_bulk_docs: very deep JSON',
    '/t/_bulk_docs',
    `{"docs":[{"_id":"a","x":${deep(200_000)}}]}`,
    400,
  ),
  [
    '_bulk_docs: text/plain',
    'POST',
    '/t/_bulk_docs',
    '{"docs":[]}',
    { 'content-type': 'text/plain' },
    415,
  ],
  ['_bulk_docs: no content type', 'POST', '/t/_bulk_docs', new Uint8Array([123, 125]), {}, 415],
  ['bad gzip', 'POST', '/t/_bulk_docs', 'not gzip', gzip, 400],
  ['gzip cut short', 'POST', '/t/_bulk_docs', gzipSync('{"docs":[]}').subarray(0, 12), gzip, 400],
  [
    'an encoding nobody knows',
    'POST',
    '/t/_bulk_docs',
    '{}',
    { ...json, 'content-encoding': 'br' },
    415,
  ],
  [
    'a body larger than the limit',
    'POST',
    '/t/_bulk_docs',
    `{"docs":["${'x'.repeat(5e6)}"]}`,
    json,
    413,
  ],
  ['a gzip bomb', 'POST', '/t/_bulk_docs', gzipSync(' '.repeat(2e8)), gzip, 413],
  post('_bulk_get: no docs', '/t/_bulk_get', {}, 400),
  post('_bulk_get: a row that is null', '/t/_bulk_get', { docs: [null] }, 400),
  post('_bulk_get: an id that is a number', '/t/_bulk_get', { docs: [{ id: 1 }] }, 400),
  post('_bulk_get: a bad revision', '/t/_bulk_get', { docs: [{ id: 'a', rev: 'x' }] }, 200),
  post('_bulk_get: none at all', '/t/_bulk_get', { docs: [] }, 200),
  post('_revs_diff: a list', '/t/_revs_diff', [], 400),
  post('_revs_diff: revisions that are text', '/t/_revs_diff', { a: 'x' }, 400),
  post('_revs_diff: numbers', '/t/_revs_diff', { a: [1] }, 400),
  post('_revs_diff: __proto__', '/t/_revs_diff', '{"__proto__":["1-a"]}', 200),
  post('_all_docs: keys that is text', '/t/_all_docs', { keys: 'a' }, 400),
  post('_all_docs: keys that are numbers', '/t/_all_docs', { keys: [1] }, 400),
  get('_all_docs: keys that are no JSON', '/t/_all_docs?keys=[', 400),
  get('_all_docs: a negative limit', '/t/_all_docs?limit=-1', 400),
  get('_all_docs: a huge limit', '/t/_all_docs?limit=99999999999999999999', 200),
  get('_all_docs: a key that is an object', '/t/_all_docs?startkey={}', 200),
  get('_all_docs: a flag that is none', '/t/_all_docs?include_docs=maybe', 400),
  get('_changes: since garbage', '/t/_changes?since=1-zzzzzzzz', 400),
  get('_changes: since an object', '/t/_changes?since={}', 400),
  get('_changes: a limit that is text', '/t/_changes?limit=x', 400),
  get('_changes: a feed nobody knows', '/t/_changes?feed=x', 400),
  get('_changes: a style nobody knows', '/t/_changes?style=x', 400),
  get('_changes: a filter with a slash', '/t/_changes?filter=x/y', 501),
  get('_changes: a filter without its body', '/t/_changes?filter=_selector', 400),
  get('_changes: the same parameter twice', '/t/_changes?limit=1&limit=2', 200),
  post('_changes: a selector that is text', '/t/_changes?filter=_selector', { selector: 'x' }, 400),
  post(
    '_changes: an operator nobody knows',
    '/t/_changes?filter=_selector',
    { selector: { a: { $x: 1 } } },
    400,
  ),
  post('_changes: doc_ids that is text', '/t/_changes?filter=_doc_ids', { doc_ids: 'x' }, 400),
  post('_find: no selector', '/t/_find', {}, 400),
  post('_find: a selector that is null', '/t/_find', { selector: null }, 400),
  post('_find: $in without a list', '/t/_find', { selector: { a: { $in: 1 } } }, 400),
  post('_find: $or without a list', '/t/_find', { selector: { $or: {} } }, 400),
  post('_find: $or with null', '/t/_find', { selector: { $or: [null] } }, 400),
  post('_find: a broken pattern', '/t/_find', { selector: { a: { $regex: '(' } } }, 400),
  post('_find: a back-reference', '/t/_find', { selector: { a: { $regex: '(a)\\1' } } }, 400),
  post(
    '_find: nested 5,000 deep',
    '/t/_find',
    `{"selector":${'{"$not":'.repeat(5000)}{}${'}'.repeat(5000)}}`,
    400,
  ),
  post('_find: a sort that is text', '/t/_find', { selector: {}, sort: 'a' }, 400),
  post(
    '_find: a sort both ways',
    '/t/_find',
    { selector: {}, sort: [{ a: 'asc' }, { b: 'desc' }] },
    400,
  ),
  post('_find: fields that are numbers', '/t/_find', { selector: {}, fields: [1] }, 400),
  post('_find: a limit that is text', '/t/_find', { selector: {}, limit: 'x' }, 400),
  post('_find: a bookmark from nowhere', '/t/_find', { selector: {}, bookmark: 'x!' }, 400),
  post('_index: no fields', '/t/_index', { index: {} }, 400),
  post('_dbs_info: keys that is text', '/_dbs_info', { keys: 'x' }, 400),
  get('_uuids: a million', '/_uuids?count=1000000', 400),
  ['PUT of text', 'PUT', '/t/a', '"x"', json, 400],
  ['PUT of nothing', 'PUT', '/t/a', undefined, json, 400],
  ['PUT of a reserved id', 'PUT', '/t/_nope', '{}', json, 400],
  ['PUT with two revisions', 'PUT', '/t/a?rev=1-a', '{"_rev":"1-b"}', json, 400],
  ['PUT _security of a list', 'PUT', '/t/_security', '[]', json, 400],
  ['PUT _revs_limit of text', 'PUT', '/t/_revs_limit', '"x"', json, 400],
  ['PUT _local with a bad revision', 'PUT', '/t/_local/a', '{"_rev":"x"}', json, 400],
  ['PUT of an illegal database', 'PUT', '/A', undefined, {}, 400],
  ['DELETE of nothing', 'DELETE', '/t/none', undefined, {}, 404],
  ['DELETE with a bad revision', 'DELETE', '/t/a?rev=x', undefined, {}, 400],
  get('a bad revision', '/t/a?rev=x', 400),
  get('open_revs that is no JSON', '/t/a?open_revs=[', 400),
  get('open_revs of numbers', '/t/a?open_revs=[1]', 400),
  get('a percent sign alone', '/t/%', 400),
  get('a path nobody knows', '/t/a/b/c/d', 404),
  get('a view', '/t/_design/x/_view/y', 501),
];

describe('malformed requests to /db', { timeout: 60_000 }, () => {
  let served: ServedDb;
  let ask: Ask;
  beforeAll(async () => {
    served = await serveDb({ bodyLimitBytes: 4_000_000 });
    ask = dbClient(served.url);
    await served.store.createDatabase('t');
  }, 60_000);
  afterAll(async () => served.stop(), 60_000);

  it.each(CASES)('%s', async (_name, method, path, body, headers, status) => {
    const answer = await ask(method, path, body, { raw: true, headers });
    expect(answer.status, answer.text).toBe(status);
    if (status >= 400) expect(typeof at(answer.json, 'error')).toBe('string');
    // It still serves, and that database still takes writes.
    const rows = await served.store.bulkDocs('t', [{ _id: `after-${Math.random()}` }]);
    expect(rows).toMatchObject([{ ok: true }]);
  });

  it('survives a client that goes away in the middle of a body', async () => {
    const { port } = new URL(served.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = [
      'POST /db/t/_bulk_docs HTTP/1.1',
      'host: x',
      `authorization: Basic ${btoa('admin:pw')}`,
    ];
    socket.write(
      [...head, 'content-type: application/json', 'content-length: 1000', '', '{"docs":['].join(
        '\r\n',
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    expect((await ask('GET', '/t')).status).toBe(200);
  });

  it('bounds a pattern that backtracks without end', async () => {
    await served.store.bulkDocs('t', [{ _id: 'evil', text: `${'a'.repeat(40)}b` }]);
    const selector = { text: { $regex: '^(a+)+$' } };
    const answer = await ask('POST', '/t/_find', { selector });
    expect(answer.status).toBe(200);
  });

  it('answers any JSON on any endpoint with 2xx or 4xx, and goes on', async () => {
    const endpoints = [
      '_bulk_docs',
      '_bulk_get',
      '_revs_diff',
      '_missing_revs',
      '_all_docs',
      '_find',
      '_explain',
      '_index',
      '_changes?filter=_selector',
      '_changes?filter=_doc_ids',
    ];
    const names = [
      'docs',
      'keys',
      'selector',
      'new_edits',
      '_id',
      '_rev',
      '_attachments',
      '_revisions',
      '_deleted',
      'id',
      'rev',
      'index',
      'fields',
      'sort',
      'limit',
      'bookmark',
      'doc_ids',
      '$or',
      '$and',
      '$not',
      '$elemMatch',
      '$regex',
      '$in',
      'stub',
      'data',
      '__proto__',
    ];
    const key = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 }));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, -1, 1e300, '', '1-a', 'a', '_x', [], {}),
        fc.string({ maxLength: 12, unit: 'binary' }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...endpoints), tree, async (endpoint, body) => {
        const answer = await ask('POST', `/t/${endpoint}`, JSON.stringify(body), {
          raw: true,
          headers: json,
        });
        expect(answer.status, `${endpoint} ${answer.text.slice(0, 300)}`).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    expect((await ask('GET', '/t')).status).toBe(200);
  }, 120_000);
});
