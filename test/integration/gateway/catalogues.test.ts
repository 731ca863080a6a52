import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  findCode,
  labelOf,
  setCatalogueEdits,
  type CatalogueDocument,
} from '../../../shared/catalogue/index.ts';
import { referenceDatabase } from '../../../shared/unit/unit.ts';
import { writeDocument } from '../../../sync-server/documents/documents.ts';
import {
  codeOf,
  startCentre,
  type Answer,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import { everyone, people } from './people.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startCentre(everyone);
});
afterAll(async () => {
  await centre.close();
  setCatalogueEdits([]);
});

const add = (code: string, label: string) => ({
  kind: 'add',
  code,
  row: { label, aliases: [], validFrom: '2026-10-01', source: 'QĐ 1520/QĐ-UBND', trait: null },
});
const request = (edit: object, assumedVersion = 0, reason = 'Đề án sắp xếp tổ chức') => ({
  assumedVersion,
  edit,
  reason,
});
const documentIn = (answer: Answer) => answer.body as CatalogueDocument;
const path = (name: string) => `/api/catalogues/${name}/edits`;

/** Once per person: sign-ins are counted. */
const clients = new Map<string, Promise<TestClient>>();
function signedIn(user: string): Promise<TestClient> {
  const client = clients.get(user) ?? centre.signIn(user);
  clients.set(user, client);
  return client;
}

async function documents(user: string): Promise<readonly CatalogueDocument[]> {
  const answer = await (await signedIn(user)).call('GET', '/api/catalogues');
  return (answer.body as { catalogues: CatalogueDocument[] }).catalogues;
}

describe('the department edits a code list', () => {
  it('and everybody has it: who, when, why, in a version of its own', async () => {
    const officer = await signedIn('sonoivu');
    const first = await officer.call(
      'POST',
      path('position'),
      request(add('gd-cds', 'Giám đốc CĐS')),
    );
    expect(first.status).toBe(201);
    const end = { kind: 'amend', code: 'truong-khoa', set: { validTo: '2026-12-31' } };
    const second = await officer.call('POST', path('position'), request(end, 1, 'Không còn khoa'));
    expect(documentIn(second)).toMatchObject({
      _id: 'catalogue:position',
      version: 2,
      edits: [
        {
          edit: { kind: 'add', code: 'gd-cds' },
          by: officer.stamp,
          reason: 'Đề án sắp xếp tổ chức',
        },
        { edit: end, reason: 'Không còn khoa' },
      ],
    });
    expect(await documents('vanthu.truong')).toEqual([documentIn(second)]);
    // The server's own words for codes: lists, checks.
    expect(labelOf('position', 'gd-cds')).toBe('Giám đốc CĐS');
    expect(findCode('position', 'giam doc cds')).toBe('gd-cds');
    expect(labelOf('position', 'truong-khoa')).toBe('Trưởng khoa');
  });

  it('and an office pulls it, once', async () => {
    const clerk = await signedIn('vanthu.truong');
    const streams = { catalogue: { cursors: {}, limit: 100 } };
    const { catalogue } = (await clerk.pull(streams)).streams;
    expect(catalogue?.documents.map(({ id }) => id)).toEqual(['catalogue:position']);
    const next = { catalogue: { cursors: catalogue?.cursors ?? {}, limit: 100 } };
    expect((await clerk.pull(next)).streams.catalogue?.documents).toEqual([]);
  });

  it('and it is on record', async () => {
    const { docs } = await centre.store.find('audit', {
      selector: { event: 'catalogue.edit', outcome: 'done' },
      limit: 10,
    });
    expect(docs).toMatchObject([
      { account: 'sonoivu', target: 'position/gd-cds' },
      { account: 'sonoivu', target: 'position/truong-khoa' },
    ]);
  });

  it('and a gateway that starts anew knows it', async () => {
    setCatalogueEdits([]);
    expect(labelOf('position', 'gd-cds')).toBeUndefined();
    await centre.restart();
    clients.clear();
    expect(labelOf('position', 'gd-cds')).toBe('Giám đốc CĐS');
  });

  it('the system admin may too', async () => {
    const admin = await signedIn('quantri');
    const edit = add('hoi-khac', 'Hội đặc thù');
    expect((await admin.call('POST', path('organisation'), request(edit))).status).toBe(201);
  });
});

describe('nobody else does', () => {
  it.each(['unitAdmin', 'head', 'clerk', 'otherClerk', 'replicator'] as const)(
    '%s',
    async (who) => {
      const client = await signedIn(people[who].user);
      const answer = await client.call('POST', path('religion'), request(add('20', 'Đạo khác')));
      expect(codeOf(answer)).toBe('FORBIDDEN');
      expect((await documents('sonoivu')).some(({ name }) => name === 'religion')).toBe(false);
    },
  );

  it('somebody without a session', async () => {
    const answer = await fetch(`${centre.url}/api/catalogues`);
    expect(answer.status).toBe(401);
  });

  it('an office that pushes the document itself', async () => {
    const clerk = await signedIn('vanthu.truong');
    const [result] = await clerk.push([
      { _id: 'catalogue:religion', type: 'catalogue', name: 'religion', version: 1, edits: [] },
    ]);
    expect(result).toMatchObject({ outcome: 'refused', problem: { code: 'INVALID_INPUT' } });
  });
});

describe('what is not taken', () => {
  it.each([
    [
      'a code that is there',
      'academicTitle',
      request(add('giao-su', 'Giáo sư mới')),
      'CATALOGUE_CODE_TAKEN',
    ],
    [
      'a name that is taken',
      'academicTitle',
      request(add('gs2', 'giáo sư')),
      'CATALOGUE_WORD_TAKEN',
    ],
    [
      'a rank without pay group',
      'rank',
      request(add('01.099', 'Ngạch mới')),
      'CATALOGUE_TRAIT_MISSING',
    ],
    [
      'a row that is not there',
      'rank',
      request({ kind: 'amend', code: '99.999', set: { label: 'X' } }),
      'CATALOGUE_CODE_UNKNOWN',
    ],
    ['no reason', 'rank', request(add('x', 'X'), 0, '  '), 'INVALID_INPUT'],
    [
      'no source',
      'rank',
      request({ ...add('x', 'X'), row: { ...add('x', 'X').row, source: '' } }),
      'INVALID_INPUT',
    ],
    ['taking a row away', 'rank', request({ kind: 'remove', code: '01.003' }), 'INVALID_INPUT'],
    ['a list that there is not', 'salary', request(add('x', 'X')), 'INVALID_INPUT'],
    ['a version that never was', 'rank', request(add('x', 'X'), 7), 'CATALOGUE_EDITED_MEANWHILE'],
  ])('%s', async (_, name, body, code) => {
    const officer = await signedIn('sonoivu');
    const answer = await officer.call('POST', path(name), body);
    expect(codeOf(answer)).toBe(code);
    expect((await documents('sonoivu')).some((each) => each.name === name)).toBe(false);
  });

  it('two edits made at once on the same version: one is taken, the other is told', async () => {
    const officer = await signedIn('sonoivu');
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((code) =>
        officer.call('POST', path('familyOrigin'), request(add(code, `Thành phần ${code}`))),
      ),
    );
    expect(answers.map(codeOf).toSorted()).toEqual([
      '',
      'CATALOGUE_EDITED_MEANWHILE',
      'CATALOGUE_EDITED_MEANWHILE',
    ]);
    const [list] = (await documents('sonoivu')).filter(({ name }) => name === 'familyOrigin');
    expect(list?.version).toBe(1);
  });
});

describe('a document of a later version', () => {
  const later = { _id: 'catalogue:healthState', type: 'catalogue', name: 'healthState', format: 2 };
  let rev = '';
  afterEach(async () => {
    await writeDocument(centre.store, referenceDatabase, { ...later, _rev: rev, _deleted: true });
  });

  it('is neither written over nor in the way of the other lists, and is reported', async () => {
    rev = await writeDocument(centre.store, referenceDatabase, later);
    const officer = await signedIn('sonoivu');
    const answer = await officer.call('POST', path('healthState'), request(add('x', 'X')));
    expect(answer.status).toBe(500);
    expect(await centre.store.get(referenceDatabase, later._id)).toMatchObject(later);
    expect((await documents('sonoivu')).map(({ name }) => name)).toContain('position');
    expect(centre.logged()).toContain('"document":"reference/catalogue:healthState"');
  });
});
