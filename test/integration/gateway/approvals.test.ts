import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import {
  approvalEvidenceSchema,
  changesResponseSchema,
  dossierResponseSchema,
} from '../../../shared/contract/http.ts';
import { rowCode, startCentre, type TestCentre, type TestClient } from '../../helpers/gateway.ts';
import { makeApproval, makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { everyone, otherSchool, people, school } from './people.ts';

let centre: TestCentre;
let clerk: TestClient;
let head: TestClient;
let officer: TestClient;
let key: SoftwareSigner;
let otherKey: SoftwareSigner;

beforeAll(async () => {
  const ca = await createSoftwareCa();
  key = await ca.issue('Võ Minh Hiếu');
  otherKey = await ca.issue('Người Lạ');
  const accounts = everyone.map((account) =>
    account === people.head ? { ...account, certificatePem: key.certificatePem } : account,
  );
  centre = await startCentre(accounts, { caPem: ca.pem });
  clerk = await centre.signIn('vanthu.truong');
  head = await centre.signIn('hieutruong');
  officer = await centre.signIn('sonoivu');
});
afterAll(() => centre.close());

async function verifiedChange(extra: Partial<Parameters<typeof makeChange>[0]> = {}) {
  const input = { unit: school, author: clerk.stamp, patch: personPatch('Trần Văn Gặt'), ...extra };
  const change = moved(makeChange(input), 'verified', clerk.stamp);
  const [result] = await clerk.push([change]);
  expect(rowCode(result)).toBe('stored');
  return change;
}

const approve = (changes: readonly Change[], signer = key) =>
  makeApproval(signer, head.stamp, school, changes);
const pushed = async (approval: Approval, by = head) => rowCode((await by.push([approval]))[0]);

async function dossierOf(change: Change) {
  const answer = await officer.call('GET', `/api/dossiers/${change.dossier}`);
  return dossierResponseSchema.parse(answer.body);
}

describe('an approval', () => {
  it('makes the dossier, marks the change and holds up when examined again', async () => {
    const change = await verifiedChange();
    const approval = await approve([change]);
    expect(await pushed(approval)).toBe('stored');
    const { dossier, changes, approvals } = await dossierOf(change);
    expect(dossier).toMatchObject({ version: 1, unit: school, content: change.patch });
    expect(changes[0]).toMatchObject({ state: 'approved', approval: approval._id });
    expect(approvals[0]?.outcome).toMatchObject({
      state: 'applied',
      results: [{ change: change._id, outcome: 'applied', dossierVersion: 1 }],
    });
    const evidence = await officer.call('GET', `/api/approvals/${approval._id}`);
    expect(evidence.body).toMatchObject({ valid: true });
  });

  it('is stored once: the same bytes again are the same act, others under its id are refused', async () => {
    const change = await verifiedChange();
    const approval = await approve([change]);
    const [first] = await head.push([approval]);
    expect((await head.push([approval]))[0]).toEqual(first);
    const next = await verifiedChange();
    const replayed = { ...(await approve([next])), _id: approval._id };
    expect(await pushed(replayed)).toBe('APPROVAL_MANIFEST_MISMATCH');
    const forged = { ...replayed, manifest: { ...replayed.manifest, id: approval._id } };
    expect(await pushed(forged)).toBe('APPROVAL_ALREADY_USED');
    const renamed = await approve([next]);
    const oldSignature = { ...renamed, signature: approval.signature };
    expect(await pushed(oldSignature)).toBe('APPROVAL_SIGNATURE_INVALID');
  });

  it('is refused from a clerk, and from a head who is not its signer', async () => {
    const change = await verifiedChange();
    const byClerk = await makeApproval(key, clerk.stamp, school, [change]);
    expect(await pushed(byClerk, clerk)).toBe('FORBIDDEN');
    const forSomeone = await makeApproval(key, officer.stamp, school, [change]);
    expect(await pushed(forSomeone)).toBe('CHANGE_WRONG_AUTHOR');
    const elsewhere = await makeApproval(key, head.stamp, otherSchool, [change]);
    expect(await pushed(elsewhere)).toBe('FORBIDDEN');
  });

  it('is refused when the change is another than the signed one', async () => {
    const change = await verifiedChange();
    const signed = { ...change, patch: personPatch('Tên Đã Ký') };
    expect(await pushed(await approve([signed]))).toBe('APPROVAL_MANIFEST_MISMATCH');
    const approval = await approve([change]);
    const tampered = {
      ...approval,
      manifest: { ...approval.manifest, createdAtUtc: '2026-01-01T00:00:00.000Z' },
    };
    expect(await pushed(tampered)).toBe('APPROVAL_SIGNATURE_INVALID');
  });

  it('is refused with a certificate that is not registered, or of a CA that is not trusted', async () => {
    const change = await verifiedChange();
    expect(await pushed(await approve([change], otherKey))).toBe(
      'APPROVAL_CERTIFICATE_UNREGISTERED',
    );
    const stranger = await (await createSoftwareCa()).issue('Võ Minh Hiếu');
    expect(await pushed(await approve([change], stranger))).toBe('APPROVAL_SIGNATURE_INVALID');
  });

  it('is refused for a change that nobody verified', async () => {
    const change = makeChange({ unit: school, author: clerk.stamp, patch: personPatch('Lê Mạ') });
    await clerk.push([change]);
    expect(await pushed(await approve([change]))).toBe('APPROVAL_CHANGE_NOT_VERIFIED');
  });

  it('turns a change on an overtaken version into a conflict, and merges disjoint ones', async () => {
    const create = await verifiedChange();
    await head.push([await approve([create])]);
    const on = { dossier: create.dossier, kind: 'amend', baseVersion: 1 } as const;
    const one = await verifiedChange({ ...on, patch: { contact: { phone: '0901234567' } } });
    const two = await verifiedChange({ ...on, patch: { contact: { phone: '0907654321' } } });
    const three = await verifiedChange({ ...on, patch: { note: { text: 'Ghi chú' } } });
    await head.push([await approve([one, two, three])]);
    const { dossier, changes } = await dossierOf(create);
    expect(dossier?.version).toBe(3);
    const stateOf = new Map(changes.map((change) => [change._id, change]));
    expect(stateOf.get(one._id)?.state).toBe('approved');
    expect(stateOf.get(three._id)?.state).toBe('approved');
    expect(stateOf.get(two._id)).toMatchObject({
      state: 'conflicted',
      conflict: { paths: ['contact.phone'] },
    });
  });

  it('moves the claim on a corrected identity number', async () => {
    const create = await verifiedChange();
    await head.push([await approve([create])]);
    const number = { identity: { identityNumber: '087085999999' } };
    const on = { dossier: create.dossier, kind: 'amend', baseVersion: 1 } as const;
    const correction = await verifiedChange({ ...on, patch: number });
    await head.push([await approve([correction])]);
    // The mistyped number is free again.
    await verifiedChange({ patch: create.patch });
    const taken = personPatch('Trùng', '087085999999');
    const rival = makeChange({ unit: school, author: clerk.stamp, patch: taken });
    expect(rowCode((await clerk.push([rival]))[0])).toBe('IDENTITY_NUMBER_TAKEN');
  });
});

describe('evidence', () => {
  it('shows a change that was altered in the store after it was signed', async () => {
    const change = await verifiedChange();
    const approval = await approve([change]);
    await head.push([approval]);
    const database = 'desk-h20-81-11';
    const stored = await centre.store.get(database, change._id);
    const [written] = await centre.store.bulkDocs(database, [
      { ...stored, patch: personPatch('Người Bị Tráo') },
    ]);
    expect(written?.ok).toBe(true);
    const { body } = await officer.call('GET', `/api/approvals/${approval._id}`);
    expect(body).toMatchObject({ valid: false });
    const { checks } = approvalEvidenceSchema.parse(body);
    expect(checks.filter(({ ok }) => !ok)).toEqual([
      { name: `digest ${change._id}`, ok: false, reason: 'content-differs' },
    ]);
  });
});

describe('a server that ends while it applies', () => {
  it.each(['afterDossiers', 'afterMarks'] as const)(
    '%s: goes on at the next start',
    async (point) => {
      const changes = [await verifiedChange(), await verifiedChange(), await verifiedChange()];
      const approval = await approve(changes);
      await centre.restart({
        reached: (reached) => {
          if (reached === point) throw new Error('the server ends here');
        },
      });
      head = await centre.signIn('hieutruong');
      const [answer] = await head.push([approval]);
      expect(answer?.outcome).toBe('stored');
      await centre.restart();
      [head, clerk, officer] = (await Promise.all(
        ['hieutruong', 'vanthu.truong', 'sonoivu'].map((user) => centre.signIn(user)),
      )) as [TestClient, TestClient, TestClient];
      await expect
        .poll(
          async () => {
            const answer = await officer.call('GET', `/api/approvals/${approval._id}`);
            return answer.body;
          },
          { timeout: 30_000 },
        )
        .toMatchObject({
          valid: true,
          approval: {
            outcome: {
              state: 'applied',
              results: changes.map(({ _id }) => ({
                change: _id,
                outcome: 'applied',
                dossierVersion: 1,
              })),
            },
          },
        });
      for (const change of changes)
        expect((await dossierOf(change)).changes[0]?.state).toBe('approved');
      const list = await officer.call(
        'GET',
        `/api/changes?state=verified&dossier=${changes[0]?.dossier}`,
      );
      expect(changesResponseSchema.parse(list.body).total).toBe(0);
    },
  );
});
