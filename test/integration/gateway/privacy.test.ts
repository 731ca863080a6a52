import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  call,
  startCentre,
  testPassword,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import { makeApproval, makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { createSoftwareCa } from '../../helpers/software-signer.ts';
import { everyone, people, school } from './people.ts';

const fullName = 'Trịnh Bảo Mật';
const identityNumber = '087085123987';
const wrongPassword = 'MatKhau@LoTay1';

let centre: TestCentre;
let clerk: TestClient;
let head: TestClient;

beforeAll(async () => {
  const ca = await createSoftwareCa();
  const key = await ca.issue('Võ Minh Hiếu');
  const accounts = everyone.map((account) =>
    account === people.head ? { ...account, certificatePem: key.certificatePem } : account,
  );
  centre = await startCentre(accounts, { caPem: ca.pem, logLevel: 'trace' });
  clerk = await centre.signIn('vanthu.truong');
  head = await centre.signIn('hieutruong');
  await wholeStory(key);
});
afterAll(() => centre.close());

async function wholeStory(
  key: Awaited<ReturnType<Awaited<ReturnType<typeof createSoftwareCa>>['issue']>>,
) {
  const patch = personPatch(fullName, identityNumber);
  const change = moved(
    makeChange({ unit: school, author: clerk.stamp, patch }),
    'verified',
    clerk.stamp,
  );
  const rival = makeChange({ unit: school, author: clerk.stamp, patch });
  await clerk.push([change, rival, { ...rival, state: 'lạ', personName: fullName }]);
  await head.push([await makeApproval(key, head.stamp, school, [change])]);
  await clerk.call('GET', `/api/dossiers?text=${encodeURIComponent(fullName)}`);
  await clerk.call('GET', `/api/dossiers?text=${identityNumber}&limit=nhiều`);
  await clerk.call('POST', '/api/sync/push', { rows: fullName });
  await clerk.call('GET', `/api/${identityNumber}`);
  // A password typed into the field of the name, and broken JSON that quotes it.
  await call(centre.url, 'POST', '/api/session', {
    body: { user: wrongPassword, password: wrongPassword, client: 'desktop' },
  });
  await fetch(`${centre.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"user": "${identityNumber}", "password": "${wrongPassword}`,
  });
  await clerk.call('DELETE', '/api/session');
}

const secrets = () => [
  fullName,
  'Trịnh',
  encodeURIComponent(fullName),
  identityNumber,
  wrongPassword,
  wrongPassword.toLowerCase(),
  testPassword,
  clerk.session.accessToken,
  clerk.session.accessToken.split('.')[2] ?? '',
  clerk.session.refreshToken ?? '',
];

it('the log of a whole story holds no name, number, password or token', () => {
  const log = centre.logged();
  expect(log.split('\n').length).toBeGreaterThan(8);
  expect(log).toContain('"route":"/api/sync/push"');
  for (const secret of secrets()) expect(log).not.toContain(secret);
});

it('the audit trail tells who did what by ids and codes alone', async () => {
  await expect
    .poll(async () => JSON.stringify(await centre.store.allDocs('audit', { includeDocs: true })))
    .toContain('session.signOut');
  const audit = JSON.stringify(await centre.store.allDocs('audit', { includeDocs: true }));
  expect(audit).toContain('IDENTITY_NUMBER_TAKEN');
  expect(audit).toContain('SIGN_IN_FAILED');
  for (const secret of secrets()) expect(audit).not.toContain(secret);
});

it('claims do not tell the number they stand for', async () => {
  const claims = JSON.stringify(await centre.store.allDocs('claims', { includeDocs: true }));
  expect(claims).toContain('identity:');
  expect(claims).not.toContain(identityNumber);
});
