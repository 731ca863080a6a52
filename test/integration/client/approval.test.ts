import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { done } from '../../../shared/errors/index.ts';
import type { DataPort, SignText } from '../../../renderer/data/port/data-port.ts';
import { startCentre, testPassword, type TestCentre } from '../../helpers/gateway.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { communeUnit, newPerson, openClient, people, until } from './clients.ts';

let centre: TestCentre;
let signer: SoftwareSigner;
let stranger: SoftwareSigner;
let clerk: DataPort;
let head: DataPort;

const period = civilDateInVietnam(new Date().toISOString()).slice(0, 7);
const signWith =
  (who: SoftwareSigner): SignText =>
  async (text) =>
    done({ signature: await who.sign(text), certificateSha256: '0'.repeat(64) });

beforeAll(async () => {
  const ca = await createSoftwareCa();
  signer = await ca.issue('Người Phê Duyệt');
  stranger = await ca.issue('Người Lạ');
  centre = await startCentre(
    [
      {
        user: people.communeClerk.user,
        name: 'Lê Văn Thư',
        grants: [{ role: 'clerk', unit: communeUnit }],
      },
      {
        user: people.communeHead.user,
        name: 'Trần Chủ Tịch',
        grants: [{ role: 'head', unit: communeUnit }],
        certificatePem: signer.certificatePem,
      },
    ],
    { caPem: ca.pem },
  );
  clerk = await openClient(centre.url, 'communeClerk', {}, testPassword);
  head = await openClient(centre.url, 'communeHead', {}, testPassword);
});
// A gateway that ends waits for connections that say nothing; Node’s fetch leaves one for each live line.
afterAll(async () => {
  await clerk.close();
  await head.close();
  await centre.close();
}, 90_000);

async function verifiedPerson(fullName: string): Promise<{ id: string; dossier: string }> {
  const [made] = await clerk.submit([newPerson(fullName)]);
  if (!made?.ok) throw new Error('not submitted');
  const { _id: id, dossier } = made.value;
  await clerk.move([id], 'verified');
  await until(
    () => head.changes({ states: ['verified'] }),
    (all) => all.some(({ _id }) => _id === id),
  );
  return { id, dossier };
}

describe('approving on the PC of the head', () => {
  it('makes dossiers at the centre, and they come back to both PCs', async () => {
    const one = await verifiedPerson('Nguyễn Thị Một');
    const two = await verifiedPerson('Nguyễn Văn Hai');
    const approval = await head.approve({
      unit: communeUnit,
      period,
      changes: [one.id, two.id],
      sign: signWith(signer),
    });
    expect(approval.ok).toBe(true);
    for (const port of [clerk, head]) {
      const view = await until(
        () => port.dossier(one.dossier),
        (seen) => seen?.dossier?.version === 1,
      );
      expect(view?.changes.map(({ state }) => state)).toEqual(['approved']);
      await until(
        () => port.dossier(one.dossier),
        (seen) => seen?.approvals.length === 1,
      );
      const list = await port.dossiers({ text: 'nguyen', offset: 0, limit: 5 });
      expect(list.rows.map(({ version, openChanges }) => [version, openChanges])).toEqual([
        [1, 0],
        [1, 0],
      ]);
    }
    await until(
      () => head.approvals(communeUnit),
      (all) => all[0]?.outcome?.state === 'applied',
    );
    const id = approval.ok ? approval.value._id : '';
    expect(await head.evidence(id)).toMatchObject({ valid: true });
    await until(head.sync.state, ({ waiting, phase }) => waiting === 0 && phase === 'live');
    expect(await head.delivery([id])).toEqual(new Map([[id, 'atCentre']]));
  });

  it('then amends on top: the next change builds on version 1', async () => {
    const { rows } = await clerk.dossiers({ text: 'nguyen thi mot', offset: 0, limit: 1 });
    const [row] = rows;
    const [made] = await clerk.submit([
      newPerson('Nguyễn Thị Một', {
        kind: 'amend',
        dossier: row?.id ?? '',
        baseVersion: row?.version ?? 0,
        patch: { employment: { position: 'Kế toán trưởng' } },
      }),
    ]);
    expect(made?.ok).toBe(true);
    const shown = await clerk.dossiers({ text: 'nguyen thi mot', offset: 0, limit: 1 });
    expect(shown.rows[0]?.openChanges).toBe(1);
    await until(clerk.sync.state, ({ waiting }) => waiting === 0);
  });

  it('keeps an approval that the centre refuses, with its reason', async () => {
    const { id } = await verifiedPerson('Nguyễn Văn Ba');
    const approval = await head.approve({
      unit: communeUnit,
      period,
      changes: [id],
      sign: signWith(stranger),
    });
    expect(approval.ok).toBe(true);
    const [item] = await until(
      () => head.refused(),
      (all) => all.length > 0,
    );
    expect(item?.kind).toBe('approval');
    expect(item?.problem.code).toBe('APPROVAL_CERTIFICATE_UNREGISTERED');
    expect(item?.approval?.manifest.changes.map((entry) => entry.id)).toEqual([id]);
    // The change still waits for a good signature.
    expect((await head.changes({ states: ['verified'] })).map(({ _id }) => _id)).toContain(id);
    await head.discard(item?.id ?? '');
    expect(await head.refused()).toEqual([]);
  });

  it('says at once what may not be approved', async () => {
    const [made] = await clerk.submit([newPerson('Nguyễn Thị Bốn')]);
    const id = made?.ok ? made.value._id : '';
    await until(
      () => head.changes({}),
      (all) => all.some(({ _id }) => _id === id),
    );
    const input = { unit: communeUnit, period, sign: signWith(signer) };
    const early = await head.approve({ ...input, changes: [id] });
    expect(!early.ok && early.problem.code).toBe('APPROVAL_CHANGE_NOT_VERIFIED');
    const byClerk = await clerk.approve({ ...input, changes: [id] });
    expect(!byClerk.ok && byClerk.problem.code).toBe('FORBIDDEN');
  });
});
