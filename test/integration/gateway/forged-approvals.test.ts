/** What is in the store may have been put there by anyone who reached it: only what was accepted is applied. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import { dossierResponseSchema } from '../../../shared/contract/http.ts';
import { rowCode, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeApproval, makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { everyone, people, school } from './people.ts';

const desk = 'desk-h20-81-11';
let centre: TestCentre;
let clerk: TestClient;
let head: TestClient;
let officer: TestClient;
let key: SoftwareSigner;
let stranger: SoftwareSigner;

async function signInAll() {
  clerk = await centre.signIn('vanthu.truong');
  head = await centre.signIn('hieutruong');
  officer = await centre.signIn('sonoivu');
}

beforeAll(async () => {
  const ca = await createSoftwareCa();
  key = await ca.issue('Võ Minh Hiếu');
  stranger = await (await createSoftwareCa()).issue('Võ Minh Hiếu');
  const accounts = everyone.map((account) =>
    account === people.head ? { ...account, certificatePem: key.certificatePem } : account,
  );
  centre = await startCentre(accounts, { caPem: ca.pem });
  await signInAll();
});
afterAll(() => centre.close());

async function verified(): Promise<Change> {
  const patch = personPatch('Trần Văn Gặt');
  const change = makeChange({ unit: school, author: clerk.stamp, patch });
  const sent = moved(change, 'verified', clerk.stamp);
  expect(rowCode((await clerk.push([sent]))[0])).toBe('stored');
  return sent;
}

/** The approval as an attacker would store it, with the outcome of one that was accepted. */
async function forge(approval: Approval, model: string, more: object = {}): Promise<void> {
  const { outcome } = (await centre.store.get(desk, model)) as unknown as Approval;
  const forged = { ...approval, outcome: { ...outcome, state: 'accepted', results: [], ...more } };
  const [written] = await centre.store.bulkDocs(desk, [forged]);
  expect(written?.ok).toBe(true);
}

const dossierOf = async ({ dossier }: Change) =>
  dossierResponseSchema.parse((await officer.call('GET', `/api/dossiers/${dossier}`)).body).dossier;

async function audited(id: string): Promise<number> {
  const page = await centre.store.allDocs('audit', { includeDocs: true });
  const rows = page.rows.flatMap((row) => ('error' in row || !row.doc ? [] : [row.doc]));
  return rows.filter(({ target, outcome }) => {
    return target === `${desk}/${id}` && outcome === 'APPROVAL_NOT_SEALED';
  }).length;
}

describe('an approval that was written into the store', () => {
  it('is not applied, is on record, and does not keep true ones waiting', async () => {
    const model = await makeApproval(key, head.stamp, school, [await verified()]);
    await head.push([model]);
    const victim = await verified();
    const forged = await makeApproval(stranger, head.stamp, school, [victim]);
    await forge(forged, model._id);
    const waiting = await verified();
    const honest = await makeApproval(key, head.stamp, school, [waiting]);
    await centre.restart({
      reached: () => {
        throw new Error('the server ends here');
      },
    });
    await signInAll();
    await head.push([honest]);
    await centre.restart();
    await signInAll();
    await expect.poll(async () => (await dossierOf(waiting))?.version, { timeout: 30_000 }).toBe(1);
    await expect.poll(() => audited(forged._id), { timeout: 30_000 }).toBeGreaterThan(0);
    expect(await dossierOf(victim)).toBeNull();
  });

  it('is judged like a new one when it is pushed, and then applied if it is good', async () => {
    const first = await verified();
    const model = await makeApproval(key, head.stamp, school, [first]);
    await head.push([model]);
    const change = await verified();
    const bad = await makeApproval(stranger, head.stamp, school, [change]);
    await forge(bad, model._id);
    expect(rowCode((await head.push([bad]))[0])).toBe('APPROVAL_SIGNATURE_INVALID');
    const good = await makeApproval(key, head.stamp, school, [change]);
    await forge(good, model._id, { seal: undefined });
    expect(rowCode((await head.push([good]))[0])).toBe('stored');
    expect((await dossierOf(change))?.version).toBe(1);
  });
});
