import { describe, expect, it } from 'vitest';
import type { Role } from '../../shared/account/roles.ts';
import type { Change } from '../../shared/change/change.ts';
import { maskChange } from '../../shared/change/masking.ts';
import { moveChange } from '../../shared/change/transitions.ts';
import { sampleAuthor, sampleChange, samplePerson } from '../../test/helpers/sample-changes.ts';
import { admitChange, type ChangeFacts } from './admit-change.ts';
import type { Author } from './change-steps.ts';

const patch = { ...samplePerson, belief: { religion: '01' }, party: { member: true } };
const submitted = sampleChange(1, { patch });
const person = (stamp: typeof sampleAuthor, role: Role): Author => ({
  subject: { account: stamp.account, grants: [{ role, unit: submitted.unit }] },
  name: stamp.name,
});
const admin = { account: 'quantri.myan', name: 'Phạm Quản Trị' };

function admit(pushed: Change, facts: Partial<ChangeFacts> = {}): string {
  const verdict = admitChange({
    author: person(sampleAuthor, 'clerk'),
    pushed,
    stored: null,
    upToDate: true,
    dossier: null,
    foreignUnit: null,
    unitExists: true,
    resolved: null,
    assigneesFit: true,
    nowMs: Date.parse('2026-11-20T08:00:00.000Z'),
    ...facts,
  });
  return verdict.verdict === 'refused' ? verdict.problem.code : verdict.verdict;
}
const verified = (change: Change) =>
  moveChange(change, 'verified', admin, '2026-11-20T03:00:00.000Z');

describe('sections that are hidden from an account', () => {
  it('do not stop it from moving a change on, clear or masked', () => {
    const facts = { stored: submitted, author: person(admin, 'unitAdmin') };
    expect(admit(verified(maskChange(submitted)), facts)).toBe('write');
    expect(admit(verified(submitted), facts)).toBe('write');
  });

  it('are not changed by it: another hash is another content', () => {
    const bent = { ...maskChange(submitted), masked: { belief: '0'.repeat(64) } };
    const facts = { stored: submitted, author: person(admin, 'unitAdmin') };
    expect(admit(verified(bent), facts)).toBe('CHANGE_CONTENT_FIXED');
  });

  it('are not part of what it enters, mends or sends: a hash alone is no content', () => {
    const masked = maskChange(submitted);
    expect(admit(masked)).toBe('CHANGE_SECTION_HIDDEN');
    const stored = moveChange(submitted, 'returned', admin, '2026-11-20T03:00:00.000Z', 'thiếu');
    const again = (change: Change) =>
      moveChange(change, 'submitted', sampleAuthor, '2026-11-20T04:00:00.000Z');
    const mended = { ...maskChange(stored), clockFrom: '2026-11-01' };
    expect(admit(again(mended), { stored })).toBe('CHANGE_SECTION_HIDDEN');
    expect(admit(again({ ...stored, clockFrom: '2026-11-01' }), { stored })).toBe('write');
  });
});
