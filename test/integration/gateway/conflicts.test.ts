/** Two changes touch the same field: a case opens, a named person decides, and the decision is a change. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/change/change.ts';
import { conflictCaseOf } from '../../../shared/change/conflict-case.ts';
import { dossierResponseSchema, peopleResponseSchema } from '../../../shared/contract/http.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import { assignChange, assigneeOf } from '../../../shared/change/transitions.ts';
import { makeDecision, type Choice } from '../../helpers/conflict-decisions.ts';
import {
  codeOf,
  rowCode,
  startCentre,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import {
  freshIdentityNumber,
  makeApproval,
  makeChange,
  moved,
  personPatch,
} from '../../helpers/office-changes.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';
import { everyone, people, school } from './people.ts';

let centre: TestCentre;
let clerk: TestClient;
let second: TestClient;
let head: TestClient;
let officer: TestClient;
let key: SoftwareSigner;

const secondClerk = {
  user: 'vanthu.phu',
  name: 'Trần Thị Phụ',
  grants: [{ role: 'clerk', unit: school }],
} as const;

const signInAll = async () => {
  clerk = await centre.signIn('vanthu.truong');
  second = await centre.signIn(secondClerk.user);
  head = await centre.signIn('hieutruong');
  officer = await centre.signIn('sonoivu');
};

beforeAll(async () => {
  const ca = await createSoftwareCa();
  key = await ca.issue('Võ Minh Hiếu');
  const accounts = everyone.map((account) =>
    account === people.head ? { ...account, certificatePem: key.certificatePem } : account,
  );
  centre = await startCentre([...accounts, secondClerk], { caPem: ca.pem });
  await signInAll();
});
afterAll(() => centre.close());

async function verified(input: Partial<Parameters<typeof makeChange>[0]>, by = clerk) {
  const made = makeChange({ unit: school, author: by.stamp, patch: {}, ...input });
  return push(moved(made, 'verified', by.stamp), by);
}
async function push(change: Change, by = clerk): Promise<Change> {
  const [result] = await by.push([change]);
  expect(rowCode(result)).toBe('stored');
  return change;
}
async function sign(changes: readonly Change[]) {
  const [result] = await head.push([await makeApproval(key, head.stamp, school, changes)]);
  expect(rowCode(result)).toBe('stored');
}
async function view(dossier: string) {
  const answer = await officer.call('GET', `/api/dossiers/${dossier}`);
  const found = dossierResponseSchema.parse(answer.body);
  if (!found.dossier) throw new Error('no dossier');
  const changes = new Map(found.changes.map((change) => [change._id, change]));
  return { dossier: found.dossier, changes, all: found.changes };
}

/** A dossier with a phone number from `clerk`, and one from `by` that met it. */
async function openCase(by = clerk, more: Record<string, { text: string }> = {}) {
  const create = await verified({ patch: personPatch('Trần Văn Gặt') });
  await sign([create]);
  const on = { dossier: create.dossier, kind: 'amend', baseVersion: 1 } as const;
  const theirs = await verified({ ...on, patch: { contact: { phone: '0901234567' } } });
  const mine = await verified({ ...on, patch: { contact: { phone: '0907654321' }, ...more } }, by);
  await sign([theirs]);
  await sign([mine]);
  const seen = await view(create.dossier);
  const conflicted = seen.changes.get(mine._id);
  if (conflicted?.state !== 'conflicted') throw new Error('no conflict');
  return { create, theirs, conflicted, dossier: seen.dossier, all: seen.all };
}
const decide = (
  conflicted: Change,
  dossier: Dossier,
  choices: Readonly<Record<string, Choice>>,
  by = clerk,
) => makeDecision(conflicted, dossier, by.stamp, choices);
const pushed = async (change: Change, by = clerk) => rowCode((await by.push([change]))[0]);

describe('a conflict case', () => {
  it('is assigned to its author, and says what stood, stands and is wanted, and by whom', async () => {
    const { conflicted, dossier, all, theirs } = await openCase(second, { note: { text: 'Thêm' } });
    expect(assigneeOf(conflicted)).toEqual(second.stamp);
    const found = conflictCaseOf(dossier, all, conflicted);
    expect(found?.rows).toMatchObject([
      {
        path: 'contact.phone',
        overlaps: true,
        base: undefined,
        theirs: '0901234567',
        mine: '0907654321',
        touched: { change: { _id: theirs._id, author: clerk.stamp } },
      },
      { path: 'note.text', overlaps: false, mine: 'Thêm', touched: null },
    ]);
  });

  it('is decided by a change: approved, the dossier says so and the conflicted one is settled', async () => {
    const { conflicted, dossier } = await openCase(clerk, { note: { text: 'Thêm' } });
    const decision = decide(conflicted, dossier, { 'contact.phone': 'mine' });
    await push(moved(decision, 'verified', clerk.stamp));
    await sign([moved(decision, 'verified', clerk.stamp)]);
    const after = await view(dossier._id);
    expect(after.dossier.content).toMatchObject({
      contact: { phone: '0907654321' },
      note: { text: 'Thêm' },
    });
    expect(after.changes.get(decision._id)?.state).toBe('approved');
    const settled = after.changes.get(conflicted._id);
    expect(settled).toMatchObject({ state: 'withdrawn', patch: conflicted.patch });
    expect(settled?.history.at(-1)).toMatchObject({
      by: { account: 'hoso' },
      reason: `Đã giải quyết bằng ${decision._id}`,
    });
  });

  it('may be decided for what stands: an empty patch, said under a name', async () => {
    const { conflicted, dossier } = await openCase();
    const decision = moved(
      decide(conflicted, dossier, { 'contact.phone': 'theirs' }),
      'verified',
      clerk.stamp,
    );
    expect(decision.patch).toEqual({});
    await push(decision);
    await sign([decision]);
    const after = await view(dossier._id);
    expect(after.dossier.content.contact?.phone).toBe('0901234567');
    expect(after.changes.get(conflicted._id)?.state).toBe('withdrawn');
  });

  it('has one decision at a time; taken back, the case is open again', async () => {
    const { conflicted, dossier } = await openCase();
    const first = await push(decide(conflicted, dossier, { 'contact.phone': 'mine' }));
    const rival = decide(conflicted, dossier, { 'contact.phone': 'theirs' });
    expect(await pushed(rival)).toBe('CONFLICT_DECISION_EXISTS');
    await push(moved(first, 'withdrawn', clerk.stamp));
    expect(await pushed(rival)).toBe('stored');
  });

  it('refuses a decision that leaves a field out, says something else or comes from another', async () => {
    const { conflicted, dossier } = await openCase(clerk, { note: { text: 'Thêm' } });
    const good = decide(conflicted, dossier, { 'contact.phone': { other: '0909999999' } });
    const bent = { ...good, patch: { contact: { phone: '0900000000' }, pay: { step: 9 } } };
    expect(await pushed({ ...bent, paths: ['contact.phone', 'pay.step'] })).toBe(
      'CONFLICT_DECISION_INVALID',
    );
    const half = decide(conflicted, dossier, { 'note.text': 'theirs' });
    expect(await pushed(half)).toBe('CONFLICT_FIELD_UNDECIDED');
    const bySecond = decide(conflicted, dossier, { 'contact.phone': 'mine' }, second);
    expect(await pushed(bySecond, second)).toBe('CONFLICT_NOT_ASSIGNED');
    expect(await pushed(good)).toBe('stored');
  });

  it('is over when its change was withdrawn', async () => {
    const { conflicted, dossier } = await openCase();
    await push(moved(conflicted, 'withdrawn', clerk.stamp));
    const late = decide(conflicted, dossier, { 'contact.phone': 'mine' });
    expect(await pushed(late)).toBe('CONFLICT_CLOSED');
  });

  it('is handed on with a reason, to somebody who may decide', async () => {
    const { conflicted, dossier } = await openCase();
    const answer = await head.call('GET', `/api/people?unit=${school}`);
    const fitting = peopleResponseSchema.parse(answer.body).people;
    expect(fitting).toContainEqual(second.stamp);
    expect(codeOf(await officer.call('GET', `/api/people?unit=${school}`))).toBe('FORBIDDEN');
    const hand = (to: typeof second.stamp, reason?: string) =>
      assignChange(conflicted, to, head.stamp, new Date().toISOString(), reason);
    expect(await pushed(hand(head.stamp, 'Nghỉ phép'), head)).toBe('CONFLICT_ASSIGNEE_UNFIT');
    const misnamed = { ...second.stamp, name: 'Tên Khác' };
    expect(await pushed(hand(misnamed, 'Nghỉ phép'), head)).toBe('CONFLICT_ASSIGNEE_UNFIT');
    expect(await pushed(hand(second.stamp), head)).toBe('CHANGE_REASON_REQUIRED');
    const bare = moved(conflicted, 'conflicted', head.stamp, 'Nghỉ phép');
    expect(await pushed(bare, head)).toBe('INVALID_INPUT');
    expect(await pushed(hand(second.stamp, 'Nghỉ phép'), head)).toBe('stored');
    const choices = { 'contact.phone': 'mine' } as const;
    expect(await pushed(decide(conflicted, dossier, choices))).toBe('CONFLICT_NOT_ASSIGNED');
    expect(await pushed(decide(conflicted, dossier, choices, second), second)).toBe('stored');
  });

  it('goes on when the dossier moves again: the decision is a case of its own, the chain ends as one', async () => {
    const { conflicted, dossier } = await openCase();
    const decision = moved(
      decide(conflicted, dossier, { 'contact.phone': 'mine' }),
      'verified',
      clerk.stamp,
    );
    await push(decision);
    const on = { dossier: dossier._id, kind: 'amend', baseVersion: dossier.version } as const;
    await sign([await verified({ ...on, patch: { contact: { phone: '0905555555' } } })]);
    await sign([decision]);
    const between = await view(dossier._id);
    const met = between.changes.get(decision._id);
    expect(met?.state).toBe('conflicted');
    expect(between.changes.get(conflicted._id)?.state).toBe('conflicted');
    const last = moved(
      decide(met as Change, between.dossier, { 'contact.phone': 'mine' }),
      'verified',
      clerk.stamp,
    );
    await push(last);
    await sign([last]);
    const after = await view(dossier._id);
    expect(after.dossier.content.contact?.phone).toBe('0907654321');
    for (const id of [conflicted._id, decision._id])
      expect(after.changes.get(id)?.state).toBe('withdrawn');
  });

  it('sets the identity number free that the settled change held', async () => {
    const create = await verified({ patch: personPatch('Số Trùng') });
    await sign([create]);
    const [one, two] = [freshIdentityNumber(), freshIdentityNumber()];
    const on = { dossier: create.dossier, kind: 'amend', baseVersion: 1 } as const;
    const a = await verified({ ...on, patch: { identity: { identityNumber: one } } });
    const b = await verified({ ...on, patch: { identity: { identityNumber: two } } });
    await sign([a]);
    await sign([b]);
    const rival = () => verified({ patch: personPatch('Người Khác', two) });
    const early = makeChange({ unit: school, author: clerk.stamp, patch: personPatch('Sớm', two) });
    expect(await pushed(early)).toBe('IDENTITY_NUMBER_TAKEN');
    const seen = await view(create.dossier);
    const decision = moved(
      decide(seen.changes.get(b._id) as Change, seen.dossier, {
        'identity.identityNumber': 'theirs',
      }),
      'verified',
      clerk.stamp,
    );
    await push(decision);
    await sign([decision]);
    await rival();
  });

  it('ends as a whole when the server ends between the dossiers and the marks', async () => {
    const { conflicted, dossier } = await openCase();
    const decision = moved(
      decide(conflicted, dossier, { 'contact.phone': 'mine' }),
      'verified',
      clerk.stamp,
    );
    await push(decision);
    await centre.restart({
      reached: (point) => {
        if (point === 'afterDossiers') throw new Error('the server ends here');
      },
    });
    await signInAll();
    await sign([decision]);
    await centre.restart();
    await signInAll();
    await expect
      .poll(async () => (await view(dossier._id)).changes.get(conflicted._id)?.state, {
        timeout: 30_000,
      })
      .toBe('withdrawn');
    expect((await view(dossier._id)).changes.get(decision._id)?.state).toBe('approved');
  });
});
