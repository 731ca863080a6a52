import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsResponseSchema } from '../../../shared/contract/accounts.ts';
import { codeOf, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { createSoftwareCa } from '../../helpers/software-signer.ts';
import { everyone } from './people.ts';

let centre: TestCentre;
let officer: TestClient;
let unitAdmin: TestClient;

beforeAll(async () => {
  centre = await startCentre(everyone);
  officer = await centre.signIn('sonoivu');
  unitAdmin = await centre.signIn('quantri.myan');
});
afterAll(() => centre.close());

const account = (user: string, role: string, unit: string) => ({
  user,
  name: 'Người Được Cấp',
  grants: [{ role, unit }],
  password: 'Tam@Thoi2026',
});
const create = (by: TestClient, body: object) => by.call('POST', '/api/accounts', body);

describe('making accounts', () => {
  it('goes no higher and no further than the maker stands', async () => {
    expect((await create(unitAdmin, account('vt.a', 'clerk', 'H20.81.11'))).status).toBe(201);
    expect(codeOf(await create(unitAdmin, account('tt.a', 'head', 'H20.81.11')))).toBe('FORBIDDEN');
    expect(codeOf(await create(unitAdmin, account('vt.b', 'clerk', 'H20.82')))).toBe('FORBIDDEN');
    expect((await create(officer, account('tt.b', 'head', 'H20.82'))).status).toBe(201);
    expect(codeOf(await create(officer, account('qt.b', 'systemAdmin', 'H20')))).toBe('FORBIDDEN');
    expect(codeOf(await create(officer, account('ma', 'head', 'H20.99')))).toBe('INVALID_INPUT');
    expect(codeOf(await create(officer, account('ma.ma', 'head', 'H20.99')))).toBe('FORBIDDEN');
  });

  it('takes no name twice and no weak password', async () => {
    expect(codeOf(await create(officer, account('hieutruong', 'clerk', 'H20.82')))).toBe(
      'ACCOUNT_EXISTS',
    );
    const weak = { ...account('vt.yeu', 'clerk', 'H20.82'), password: 'matkhau' };
    expect(codeOf(await create(officer, weak))).toBe('PASSWORD_TOO_WEAK');
  });

  it('is on record with giver, receiver, and each role and unit, also what was refused', async () => {
    await create(unitAdmin, account('vt.ghi', 'clerk', 'H20.81.12'));
    await create(unitAdmin, account('tt.ghi', 'head', 'H20.81.12'));
    const entries = async () =>
      (await centre.store.allDocs('audit', { includeDocs: true })).rows
        .flatMap((row) => ('error' in row || !row.doc ? [] : [row.doc]))
        .filter(({ target }) => target === 'vt.ghi' || target === 'tt.ghi');
    await expect.poll(async () => (await entries()).length).toBe(2);
    const common = { event: 'account.create', account: 'quantri.myan' };
    expect(await entries()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...common,
          target: 'vt.ghi',
          rows: ['clerk H20.81.12'],
          outcome: 'done',
        }),
        expect.objectContaining({
          ...common,
          target: 'tt.ghi',
          rows: ['head H20.81.12'],
          outcome: 'FORBIDDEN',
        }),
      ]),
    );
  });

  it('is no business of clerks and heads', async () => {
    const head = await centre.signIn('hieutruong');
    expect(codeOf(await create(head, account('vt.c', 'clerk', 'H20.81.11')))).toBe('FORBIDDEN');
    expect(codeOf(await head.call('GET', '/api/accounts?unit=H20.81.11'))).toBe('FORBIDDEN');
  });
});

describe('managing accounts', () => {
  it('does not let a unit admin reset the password of a head', async () => {
    const answer = await unitAdmin.call('POST', '/api/accounts/hieutruong/password-reset', {
      password: 'Chiem@Quyen1',
    });
    expect(codeOf(answer)).toBe('FORBIDDEN');
  });

  it('lists a subtree without any secret', async () => {
    const answer = await unitAdmin.call('GET', '/api/accounts?unit=H20.81');
    const users = accountsResponseSchema.parse(answer.body).accounts.map(({ account }) => account);
    expect(users).toContain('hieutruong');
    expect(users).not.toContain('sonoivu');
    expect(JSON.stringify(answer.body)).not.toMatch(/argon2|passwordHash/);
    expect(codeOf(await unitAdmin.call('GET', '/api/accounts?unit=H20'))).toBe('FORBIDDEN');
  });

  it('registers a certificate for one account only, and withdraws it', async () => {
    const { certificatePem: pem } = await (await createSoftwareCa()).issue('Võ Minh Hiếu');
    const path = (user: string) => `/api/accounts/${user}/certificates`;
    const added = await officer.call('POST', path('hieutruong'), { pem });
    expect(added.body).toMatchObject({ certificateDetails: [{ commonName: 'Võ Minh Hiếu' }] });
    expect(codeOf(await officer.call('POST', path('vanthu.khac'), { pem }))).toBe(
      'CERTIFICATE_TAKEN',
    );
    expect(codeOf(await unitAdmin.call('POST', path('hieutruong'), { pem }))).toBe('FORBIDDEN');
    expect(codeOf(await officer.call('POST', path('hieutruong'), { pem: 'không phải' }))).toBe(
      'CERTIFICATE_UNREADABLE',
    );
    const { certificates } = (await centre.signIn('hieutruong')).session.account;
    expect(certificates).toHaveLength(1);
    const gone = await officer.call('DELETE', `${path('hieutruong')}/${certificates[0] ?? ''}`);
    expect(gone.body).toMatchObject({ certificates: [] });
  });
});
