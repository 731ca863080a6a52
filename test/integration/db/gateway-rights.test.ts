/** What the gateway lets through to `/db`: by role, by database, and by whether it is being restored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, startCentre, testPassword, type TestCentre } from '../../helpers/gateway.ts';
import { people } from '../gateway/people.ts';

let centre: TestCentre;
const records = '/db/records-h20-81-11';

beforeAll(async () => {
  centre = await startCentre([people.admin, people.officer, people.replicator]);
  await centre.store.bulkDocs('records-h20-81-11', [{ _id: 'row:1', type: 'row' }]);
});
afterAll(() => centre.close());

async function statuses(user: string, asked: readonly (readonly [string, string, object?])[]) {
  const { call: ask } = await centre.signIn(user);
  const answers = await Promise.all(asked.map(([method, path, body]) => ask(method, path, body)));
  return answers.map(({ status }) => status);
}

const serverOnly = [
  'accounts',
  'sessions',
  'claims',
  'audit',
  'devices',
  'contacts',
  'settings',
  '_users',
];

describe('the raw store', () => {
  it('is closed to the system administrator and to every office', async () => {
    for (const user of ['quantri', 'sonoivu'])
      expect(
        await statuses(user, [
          ['GET', '/db/_all_dbs'],
          ['GET', '/db/accounts/_all_docs?include_docs=true'],
          ['GET', `${records}/row:1`],
          ['PUT', '/db/scratch'],
        ]),
      ).toEqual([403, 403, 403, 403]);
  });

  it('shows a replicator none of the server’s own databases, restoring or not', async () => {
    for (const restoring of [false, true]) {
      await centre.restart({ restoring });
      for (const name of serverOnly)
        expect([
          name,
          ...(await statuses('saoluu', [
            ['GET', `/db/${name}/_all_docs`],
            ['GET', `/db/${name}/_changes`],
            ['POST', `/db/${name}/_bulk_docs`, { docs: [{ _id: 'x' }] }],
            ['PUT', `/db/${name}/_local/x`, {}],
            ['DELETE', `/db/${name}`],
          ])),
        ]).toEqual([name, 403, 403, 403, 403, 403]);
      const { call: ask } = await centre.signIn('saoluu');
      const names = (await ask('GET', '/db/_all_dbs')).body;
      expect(names).toEqual(expect.arrayContaining(['records-h20-81-11', 'reference']));
      for (const name of serverOnly) expect(names).not.toContain(name);
    }
  });

  it('lets a replicator copy the product’s databases, and write them only while restoring', async () => {
    const asked = [
      ['GET', `${records}/row:1`],
      ['PUT', `${records}/_local/checkpoint`, {}],
      ['PUT', `${records}/row:2`, { type: 'row' }],
      ['POST', '/db/desk-h20/_bulk_docs', { docs: [{ _id: 'row:forged' }] }],
      ['DELETE', '/db/reference'],
    ] as const;
    await centre.restart({ restoring: false });
    expect(await statuses('saoluu', asked)).toEqual([200, 201, 403, 403, 403]);
    await centre.restart({ restoring: true });
    expect(await statuses('saoluu', asked.slice(2, 3))).toEqual([201]);
    await centre.restart({ restoring: false });
  });

  it('leaves a replicator free with databases of any other name', async () => {
    expect(await statuses('saoluu', [['PUT', '/db/scratch']])).toEqual([201]);
    expect(await statuses('saoluu', [['PUT', '/db/scratch/a', {}]])).toEqual([201]);
    expect(await statuses('saoluu', [['DELETE', '/db/scratch']])).toEqual([200]);
  });

  it('puts every write on record, the refused ones too', async () => {
    const trail = async () =>
      (await centre.store.allDocs('audit', { includeDocs: true })).rows.map((row) =>
        'doc' in row
          ? ['event', 'target', 'outcome'].map((field) => row.doc?.[field]).join(' ')
          : '',
      );
    for (const line of [
      'db.admin scratch PUT /db/:db done',
      'db.write scratch PUT /db/:db/:id done',
      'db.admin scratch DELETE /db/:db done',
      'db.admin audit DELETE /db/:db 403',
      'db.checkpoint records-h20-81-11 PUT /db/:db/_local/:id done',
    ])
      await expect.poll(trail).toContain(line);
  });

  it('gives the role to nobody over the line', async () => {
    const { call: ask } = await centre.signIn('quantri');
    const body = {
      user: 'saoluu.2',
      name: 'Tự Cấp',
      grants: [{ role: 'replicator', unit: 'H20' }],
      password: 'Tam@Thoi2026',
    };
    expect((await ask('POST', '/api/accounts', body)).status).toBe(403);
    const password = 'Tam@Thoi2026';
    const reset = await ask('POST', '/api/accounts/saoluu/password-reset', { password });
    expect(reset.status).toBe(403);
    const sent = { user: 'saoluu', password: testPassword, client: 'desktop' };
    expect((await call(centre.url, 'POST', '/api/session', { body: sent })).status).toBe(200);
  });
});
