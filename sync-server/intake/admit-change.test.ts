import { describe, expect, it } from 'vitest';
import type { Role } from '../../shared/account/roles.ts';
import {
  changeStates,
  type Change,
  type ChangeState,
  type PersonStamp,
} from '../../shared/change/change.ts';
import { touchedPaths } from '../../shared/change/merge-patch.ts';
import { moveChange } from '../../shared/change/transitions.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { admitChange, type ChangeFacts } from './admit-change.ts';
import type { Author } from './change-steps.ts';

const unit = 'H20.81.11';
const nowMs = Date.parse('2026-11-20T08:00:00.000Z');
const atUtc = '2026-11-20T07:00:00.000Z';
const stamp = (account: string): PersonStamp => ({ account, name: `Tên ${account}` });
const person = (account: string, role: Role, place = unit): Author => ({
  subject: { account, grants: [{ role, unit: place }] },
  name: `Tên ${account}`,
});
const author = person('vt', 'clerk');
const patch = {
  identity: {
    fullName: 'Nguyễn Văn Thử',
    gender: 'male',
    birthDate: '1980',
    identityNumber: '087080000001',
  },
};

function changeIn(state: ChangeState, by = stamp('vt')): Change {
  return {
    _id: 'change:01JD0000000000000000000001',
    type: 'change',
    schema: 1,
    unit,
    dossier: 'dossier:01JD0000000000000000000001',
    kind: 'create',
    baseVersion: 0,
    patch,
    paths: [...touchedPaths(patch)],
    evidence: [],
    personName: 'Nguyễn Văn Thử',
    author: stamp('vt'),
    authoredAtUtc: atUtc,
    clockFrom: '2026-11-01',
    state,
    history: [{ state, by, atUtc }],
  };
}

function admit(facts: Partial<ChangeFacts>): string {
  const verdict = admitChange({
    author,
    pushed: changeIn('submitted'),
    stored: null,
    upToDate: true,
    dossier: null,
    foreignUnit: null,
    unitExists: true,
    resolved: null,
    assigneesFit: true,
    nowMs,
    ...facts,
  });
  return verdict.verdict === 'refused' ? verdict.problem.code : verdict.verdict;
}

const states = Object.keys(changeStates) as ChangeState[];

describe('every step from every state by every kind of person', () => {
  const movers: Readonly<Record<string, readonly [Author, readonly string[]]>> = {
    'the author, a clerk': [
      author,
      [
        'new draft',
        'new submitted',
        'draft draft',
        'draft submitted',
        'draft withdrawn',
        'submitted verified',
        'submitted returned',
        'submitted withdrawn',
        'verified returned',
        'verified withdrawn',
        'returned submitted',
        'returned withdrawn',
        'conflicted withdrawn',
      ],
    ],
    'another clerk': [
      person('vt2', 'clerk'),
      ['submitted verified', 'submitted returned', 'verified returned'],
    ],
    'the head': [person('tt', 'head'), ['submitted returned', 'verified returned']],
    'the admin of the unit': [
      person('qt', 'unitAdmin'),
      ['submitted verified', 'submitted returned', 'verified returned'],
    ],
    'an officer of the department': [person('snv', 'departmentOfficer', 'H20'), []],
    'the system admin': [person('ht', 'systemAdmin', 'H20'), []],
    'a clerk of another unit': [person('vt3', 'clerk', 'H20.81.12'), []],
    'an employee': [person('cn', 'employee'), []],
  };
  const cases = Object.entries(movers).flatMap(([who, [mover, allowed]]) =>
    ['new' as const, ...states].flatMap((from) =>
      states.map((to) => [who, from, to, mover, allowed.includes(`${from} ${to}`)] as const),
    ),
  );

  it.each(cases)('%s: %s → %s', (_, from, to, mover, allowed) => {
    const by = stamp(mover.subject.account);
    const stored = from === 'new' ? null : changeIn(from);
    const pushed = stored ? moveChange(stored, to, by, atUtc, 'lý do') : changeIn(to, by);
    const answer = admit({ author: mover, stored, pushed });
    expect(answer === 'write').toBe(allowed);
    expect(answer).not.toBe('same');
  });
});

describe('a pushed change', () => {
  const stored = changeIn('submitted');

  it('needs a reason to be returned', () => {
    const pushed = moveChange(stored, 'returned', stamp('vt'), atUtc);
    expect(admit({ stored, pushed })).toBe('CHANGE_REASON_REQUIRED');
  });

  it('is the same when it stands already, and a conflict when it is behind', () => {
    expect(admit({ stored, pushed: stored })).toBe('same');
    const ahead = moveChange(stored, 'verified', stamp('vt2'), atUtc);
    expect(admit({ stored: ahead, pushed: stored, upToDate: false })).toBe('conflict');
  });

  it('takes steps in no other name', () => {
    const pushed = moveChange(stored, 'verified', stamp('vt2'), atUtc);
    expect(admit({ stored, pushed })).toBe('CHANGE_WRONG_AUTHOR');
    const masked = moveChange(stored, 'verified', { account: 'vt', name: 'Thủ trưởng' }, atUtc);
    expect(admit({ stored, pushed: masked })).toBe('CHANGE_WRONG_AUTHOR');
    const foreign = { ...stored, author: stamp('vt2') };
    expect(admit({ pushed: foreign })).toBe('CHANGE_WRONG_AUTHOR');
  });

  it('keeps the name under which its author entered it', () => {
    const stored = changeIn('draft');
    const edited = moveChange(stored, 'draft', stamp('vt'), atUtc);
    expect(admit({ stored, pushed: edited })).toBe('write');
    const forged = { ...edited, author: { account: 'vt', name: 'Giám đốc Sở' } };
    expect(admit({ stored, pushed: forged })).toBe('CHANGE_CONTENT_FIXED');
  });

  it('cannot rewrite the steps that others took', () => {
    const [first] = stored.history;
    const bent = {
      ...stored,
      history: first ? [{ ...first, atUtc: '2026-11-19T07:00:00.000Z' }] : [],
    };
    const pushed = moveChange(bent, 'verified', stamp('vt'), atUtc);
    expect(admit({ stored, pushed })).toBe('CHANGE_ILLEGAL_TRANSITION');
  });

  it('keeps its content, except where it was returned to be mended', () => {
    const other = { identity: { ...patch.identity, fullName: 'Tên Đã Sửa' } };
    const edit = (change: Change): Change => ({
      ...change,
      patch: other,
      personName: 'Tên Đã Sửa',
    });
    const verified = moveChange(edit(stored), 'verified', stamp('vt'), atUtc);
    expect(admit({ stored, pushed: verified })).toBe('CHANGE_CONTENT_FIXED');
    const returned = changeIn('returned');
    const mended = moveChange(edit(returned), 'submitted', stamp('vt'), atUtc);
    expect(admit({ stored: returned, pushed: mended })).toBe('write');
    const moved = { ...mended, unit: 'H20.81' };
    expect(admit({ stored: returned, pushed: moved })).not.toBe('write');
    const another = { ...mended, dossier: 'dossier:01JD0000000000000000000002' };
    expect(admit({ stored: returned, pushed: another })).toBe('CHANGE_CONTENT_FIXED');
  });

  it('names the paths it touches, says something, and makes a dossier', () => {
    const code = (change: Partial<Change>) =>
      admit({ pushed: { ...changeIn('submitted'), ...change } });
    expect(code({ paths: ['identity.fullName'] })).toBe('INVALID_INPUT');
    expect(code({ patch: {}, paths: [] })).toBe('CHANGE_NOTHING_CHANGED');
    const unborn = { identity: { ...patch.identity, birthDate: '2031' } };
    expect(code({ patch: unborn, paths: [...touchedPaths(unborn)] })).toBe('CHANGE_CHECK_FAILED');
    const partial = { identity: { fullName: 'Thiếu' } };
    expect(code({ patch: partial, paths: ['identity.fullName'] })).toBe('INVALID_INPUT');
    expect(code({ baseVersion: 1 })).toBe('INVALID_INPUT');
    expect(code({ clockFrom: '2031-01-01' })).toBe('INVALID_INPUT');
    expect(code({ authoredAtUtc: '2027-01-01T00:00:00.000Z' })).toBe('CHANGE_TIME_WRONG');
  });

  it('bears the name of the person it is about, as it makes it or as it stands', () => {
    const named = (personName: string, more: Partial<ChangeFacts> = {}, change = stored) =>
      admit({ pushed: { ...change, personName }, ...more });
    expect(named('Nguyễn Văn Thử')).toBe('write');
    expect(named('Thủ Trưởng')).toBe('INVALID_INPUT');
    const content = patch as Dossier['content'];
    const dossier = { version: 1, content, applied: [] } as unknown as Dossier;
    const renaming = { identity: { fullName: 'Nguyễn Văn Mới' } };
    const amend: Change = {
      ...{ ...stored, kind: 'amend', baseVersion: 1 },
      patch: renaming,
      paths: [...touchedPaths(renaming)],
    };
    expect(named('Nguyễn Văn Mới', { dossier }, amend)).toBe('write');
    expect(named('Nguyễn Văn Thử', { dossier }, amend)).toBe('write');
    expect(named('Người Khác', { dossier }, amend)).toBe('INVALID_INPUT');
  });

  it('holds nothing that is no part of a dossier, not even as a draft that lacks the rest', () => {
    const draft = (part: Change['patch']) =>
      admit({ pushed: { ...changeIn('draft'), patch: part, paths: [...touchedPaths(part)] } });
    expect(draft({ identity: { gender: 'female' } })).toBe('write');
    expect(draft({ files: { big: 'x' } })).toBe('INVALID_INPUT');
    expect(draft({ identity: [1, 1, 1] })).toBe('INVALID_INPUT');
    expect(draft({ identity: { gender: 'khác' } })).toBe('INVALID_INPUT');
  });

  it('creates no dossier that exists, amends none that does not, and none of another unit', () => {
    const dossier: Dossier = {
      _id: stored.dossier,
      type: 'dossier',
      schema: 1,
      unit,
      version: 1,
      status: 'active',
      // The test's patch is a whole dossier.
      content: patch as Dossier['content'],
      applied: [],
      updatedAtUtc: atUtc,
    };
    expect(admit({ dossier })).toBe('DOSSIER_EXISTS');
    const amend = { kind: 'amend' as const, baseVersion: 1, paths: ['note.text'] };
    const pushed: Change = { ...stored, ...amend, patch: { note: { text: 'Ghi chú' } } };
    expect(admit({ pushed })).toBe('DOSSIER_UNKNOWN');
    expect(admit({ pushed, dossier })).toBe('write');
    expect(admit({ pushed, foreignUnit: 'H20.82' })).toBe('CHANGE_WRONG_UNIT');
    const same = { ...stored, ...amend, patch, paths: [...touchedPaths(patch)] };
    expect(admit({ pushed: same, dossier })).toBe('CHANGE_NOTHING_CHANGED');
    expect(admit({ pushed: { ...pushed, baseVersion: 2 }, dossier })).toBe('INVALID_INPUT');
  });

  it('cannot set what only the server says', () => {
    const pushed = {
      ...stored,
      approval: 'approval:giả',
      receivedAtUtc: '2020-01-01T00:00:00.000Z',
    };
    const verdict = admitChange({
      author,
      pushed,
      stored: null,
      upToDate: true,
      dossier: null,
      foreignUnit: null,
      unitExists: true,
      resolved: null,
      assigneesFit: true,
      nowMs,
    });
    expect(verdict).toMatchObject({ verdict: 'write', claim: '087080000001' });
    if (verdict.verdict !== 'write') return;
    expect(verdict.change).not.toHaveProperty('approval');
    expect(verdict.change.receivedAtUtc).toBe('2026-11-20T08:00:00.000Z');
  });
});
