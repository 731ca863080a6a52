/** Several gateways over one store know the same, without speaking to one another. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type Gateway } from '../../../sync-server/http/gateway.ts';
import { dossiersResponseSchema } from '../../../shared/contract/http.ts';
import {
  clientOf,
  codeOf,
  rowCode,
  startCentre,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import { makeApproval, makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { everyone, people, school } from './people.ts';

let centre: TestCentre;
let second: Gateway;
let key: SoftwareSigner;

beforeAll(async () => {
  const ca = await createSoftwareCa();
  key = await ca.issue('Võ Minh Hiếu');
  const accounts = everyone.map((account) =>
    account === people.head ? { ...account, certificatePem: key.certificatePem } : account,
  );
  centre = await startCentre(accounts, { caPem: ca.pem });
  const { dataDir, store } = centre;
  second = await startGateway({
    dataDir,
    store,
    port: 0,
    projectionFile: ':memory:',
    log: { write: () => undefined },
  });
});
afterAll(async () => {
  await second.close();
  await centre.close();
});

const atSecond = (client: TestClient) => clientOf(second.url, client.session);

it('a session of one is a session of the other, and its end too', async () => {
  const client = await centre.signIn('sonoivu');
  const there = atSecond(client);
  expect((await there.call('GET', '/api/me')).status).toBe(200);
  await client.call('DELETE', '/api/session');
  await expect
    .poll(async () => codeOf(await there.call('GET', '/api/me')), { timeout: 10_000 })
    .toBe('SESSION_EXPIRED');
});

it('the same approval pushed to both at once is one act', async () => {
  const clerk = await centre.signIn('vanthu.truong');
  const head = await centre.signIn('hieutruong');
  const changes = Array.from({ length: 20 }, () =>
    moved(
      makeChange({ unit: school, author: clerk.stamp, patch: personPatch('Lê Song Song') }),
      'verified',
      clerk.stamp,
    ),
  );
  await clerk.push(changes);
  const approval = await makeApproval(key, head.stamp, school, changes);
  const answers = await Promise.all(
    [head, atSecond(head), head, atSecond(head)].map((each) => each.push([approval])),
  );
  expect(answers.map(([row]) => rowCode(row))).toEqual(Array(4).fill('stored'));
  const { body } = await atSecond(head).call('GET', '/api/dossiers?limit=100');
  const { rows } = dossiersResponseSchema.parse(body);
  expect(rows).toHaveLength(20);
  expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([1]));
  const evidence = await head.call('GET', `/api/approvals/${approval._id}`);
  expect(evidence.body).toMatchObject({
    valid: true,
    approval: { outcome: { state: 'applied', results: Array(20).fill({ outcome: 'applied' }) } },
  });
});
