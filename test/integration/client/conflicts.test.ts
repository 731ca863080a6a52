/** A conflict case on the PCs of an office: decided without a line, sent later; handed on; seen in a browser, too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataPort } from '../../../renderer/data/port/data-port.ts';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { Change } from '../../../shared/change/change.ts';
import { openRemoteData, openRemoteSession } from '../../../renderer/data/remote/index.ts';
import { done } from '../../../shared/errors/index.ts';
import { startCentre, testPassword, type TestCentre } from '../../helpers/gateway.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { communeUnit, newPerson, openData, until } from './clients.ts';
import { signInDesktop } from './desktop-session.ts';

let centre: TestCentre;
let signer: SoftwareSigner;
let clerk: DataPort;
let head: DataPort;
let browser: DataPort;
let lineCut = false;

const unit = communeUnit;
const second = { account: 'phu', name: 'Trần Thị Phụ' };

async function openBrowser(user: string): Promise<DataPort> {
  const session = await openRemoteSession({ serverUrl: centre.url }).signIn(user, testPassword);
  if (!session.ok) throw new Error(session.problem.code);
  return openRemoteData(session.value);
}

beforeAll(async () => {
  const ca = await createSoftwareCa();
  signer = await ca.issue('Trần Chủ Tịch');
  const as = (role: 'clerk' | 'head') => [{ role, unit }] as const;
  const certificatePem = signer.certificatePem;
  centre = await startCentre(
    [
      { user: 'thu', name: 'Lê Văn Thư', grants: as('clerk') },
      { user: second.account, name: second.name, grants: as('clerk') },
      { user: 'chu', name: 'Trần Chủ Tịch', grants: as('head'), certificatePem },
    ],
    { caPem: ca.pem },
  );
  const cuttable: typeof fetch = (input, init) =>
    lineCut ? Promise.reject(new TypeError('no line')) : fetch(input, init);
  clerk = await openData(centre.url, await signInDesktop(centre.url, 'thu'), { fetch: cuttable });
  head = await openData(centre.url, await signInDesktop(centre.url, 'chu'));
  browser = await openBrowser(second.account);
});
afterAll(async () => {
  await Promise.all([clerk, head, browser].map((port) => port.close()));
  await centre.close();
}, 90_000);

const idOf = (result: { readonly ok: boolean; readonly value?: Change } | undefined): string => {
  if (!result?.ok || !result.value) throw new Error(JSON.stringify(result));
  return result.value._id;
};
const stateAt = async (port: DataPort, id: string, state: Change['state']) =>
  until(
    () => port.changes({}),
    (all) => all.some((change) => change._id === id && change.state === state),
  );

async function sign(id: string): Promise<void> {
  await stateAt(head, id, 'verified');
  const approval = await head.approve({
    unit,
    period: civilDateInVietnam(new Date().toISOString()).slice(0, 7),
    changes: [id],
    sign: async (text) =>
      done({ signature: await signer.sign(text), certificateSha256: '0'.repeat(64) }),
  });
  expect(approval.ok).toBe(true);
}
async function verify(port: DataPort, id: string): Promise<string> {
  const [moved] = await port.move([id], 'verified');
  return idOf(moved);
}

/** Two changes of one phone number, the second one in conflict. */
async function openCase(name: string) {
  const [created] = await clerk.submit([newPerson(name)]);
  const create = await verify(clerk, idOf(created));
  const dossier = created?.ok ? created.value.dossier : '';
  await sign(create);
  await until(
    () => clerk.dossier(dossier),
    (view) => view?.dossier?.version === 1,
  );
  const amend = { kind: 'amend' as const, dossier, baseVersion: 1 };
  const made = await clerk.submit([
    newPerson(name, { ...amend, patch: { contact: { phone: '0901111111' } } }),
    newPerson(name, { ...amend, patch: { contact: { phone: '0902222222' } } }),
  ]);
  const [theirs, mine] = [idOf(made[0]), idOf(made[1])];
  for (const id of [theirs, mine]) {
    await verify(clerk, id);
    await sign(id);
  }
  await stateAt(clerk, mine, 'conflicted');
  await until(
    () => clerk.conflictCase(mine),
    (found) => found?.dossier.version === 2,
  );
  return { dossier, mine };
}

describe('a refused change', () => {
  it('that is mended on the version which was on screen meets what was approved meanwhile', async () => {
    const [taken, created] = await clerk.submit([newPerson('Võ Thị Có'), newPerson('Võ Thị Sửa')]);
    const dossier = created?.ok ? created.value.dossier : '';
    await sign(await verify(clerk, idOf(created)));
    const amend = { kind: 'amend' as const, dossier, baseVersion: 1 };
    await until(
      () => clerk.dossier(dossier),
      (view) => view?.dossier?.version === 1,
    );
    const { identityNumber } = taken?.ok ? (taken.value.patch.identity as JsonObject) : {};
    const mine = { contact: { phone: '0902222222' }, identity: { identityNumber } } as JsonObject;
    await clerk.submit([newPerson('Võ Thị Sửa', { ...amend, patch: mine })]);
    const [item] = await until(
      () => clerk.refused(),
      (all) => all.length === 1,
    );
    expect(item?.problem.code).toBe('IDENTITY_NUMBER_TAKEN');
    // The form stands open on version 1 while another one approves the same field.
    const theirs = { contact: { phone: '0901111111' } };
    const [other] = await clerk.submit([newPerson('Võ Thị Sửa', { ...amend, patch: theirs })]);
    await sign(await verify(clerk, idOf(other)));
    await until(
      () => clerk.dossier(dossier),
      (view) => view?.dossier?.version === 2,
    );
    const patch = { contact: { phone: '0902222222' } };
    const mended = idOf(await clerk.mend(item?.id ?? '', { patch, seenVersion: 1 }));
    await sign(await verify(clerk, mended));
    await stateAt(clerk, mended, 'conflicted');
    const view = await clerk.dossier(dossier);
    expect(view?.dossier?.content.contact?.phone).toBe('0901111111');
  });
});

describe('a conflict case', () => {
  it('is decided without a line, and the decision goes its way when the line is back', async () => {
    const { dossier, mine } = await openCase('Nguyễn Thị Trùng');
    const found = await clerk.conflictCase(mine);
    expect(found).toMatchObject({
      assignee: { account: 'thu', name: 'Lê Văn Thư' },
      rows: [{ path: 'contact.phone', theirs: '0901111111', mine: '0902222222', overlaps: true }],
    });
    lineCut = true;
    const none = await clerk.decideConflict(mine, [], 2);
    expect(!none.ok && none.problem.code).toBe('CONFLICT_FIELD_UNDECIDED');
    const choice = { path: 'contact.phone', reason: 'Số mới theo đơn' } as const;
    const blank = await clerk.decideConflict(mine, [{ ...choice, take: 'mine', reason: ' ' }], 2);
    expect(!blank.ok && blank.problem.code).toBe('INVALID_INPUT');
    const other = { ...choice, take: 'other', value: '0903333333' } as const;
    const decision = idOf(await clerk.decideConflict(mine, [other], 2));
    expect((await clerk.delivery([decision])).get(decision)).toBe('onThisDisk');
    const twice = await clerk.decideConflict(mine, [other], 2);
    expect(!twice.ok && twice.problem.code).toBe('CONFLICT_DECISION_EXISTS');
    // Without a line only those are known who have entered something here.
    expect(await clerk.assignable(unit)).toEqual({
      people: [{ account: 'thu', name: 'Lê Văn Thư' }],
      complete: false,
    });
    lineCut = false;
    await clerk.sync.syncNow();
    await verify(clerk, decision);
    await sign(decision);
    await stateAt(clerk, mine, 'withdrawn');
    const view = await until(
      () => clerk.dossier(dossier),
      (seen) => seen?.dossier?.version === 3,
    );
    expect(view?.dossier?.content.contact?.phone).toBe('0903333333');
  });

  it('is handed on to another, who decides in a browser; returned, it is decided anew', async () => {
    const { dossier, mine } = await openCase('Nguyễn Văn Giao');
    const choice = { path: 'contact.phone', reason: 'Đã gọi lại' } as const;
    const early = await browser.decideConflict(mine, [{ ...choice, take: 'mine' }], 2);
    expect(!early.ok && early.problem.code).toBe('CONFLICT_NOT_ASSIGNED');
    const { people, complete } = await head.assignable(unit);
    expect([complete, people.map(({ account }) => account)]).toEqual([true, ['phu', 'thu']]);
    const bare = await head.reassign(mine, second, ' ');
    expect(!bare.ok && bare.problem.code).toBe('CHANGE_REASON_REQUIRED');
    expect((await head.reassign(mine, second, 'Cán bộ nghỉ phép')).ok).toBe(true);
    await until(
      () => browser.conflictCase(mine),
      (found) => found?.assignee?.account === second.account,
    );
    const first = idOf(await browser.decideConflict(mine, [{ ...choice, take: 'theirs' }], 2));
    await stateAt(head, first, 'submitted');
    const [returned] = await head.move([first], 'returned', 'Lấy số mới');
    expect(returned?.ok).toBe(true);
    await until(
      () => browser.changes({ states: ['returned'] }),
      (all) => all.some(({ _id }) => _id === first),
    );
    const again = idOf(await browser.decideConflict(mine, [{ ...choice, take: 'mine' }], 2));
    expect(again).toBe(first);
    await verify(browser, first);
    await sign(first);
    await stateAt(browser, mine, 'withdrawn');
    const view = await browser.dossier(dossier);
    expect(view?.dossier?.content.contact?.phone).toBe('0902222222');
    const late = await browser.decideConflict(mine, [{ ...choice, take: 'mine' }], 2);
    expect(!late.ok && late.problem.code).toBe('CONFLICT_CLOSED');
  });
});
