import { describe, expect, it } from 'vitest';
import { sampleAuthor, sampleChange, sampleUnit } from '../../test/helpers/sample-changes.ts';
import type { Role } from '../account/roles.ts';
import { chooseAssignee, mayDecide, type Candidate } from './conflict-assignee.ts';

const person = (account: string, role: Role, unit = sampleUnit, active = true): Candidate => ({
  subject: { account, grants: [{ role, unit }] },
  name: `Tên ${account}`,
  active,
});
const chosen = (...candidates: readonly Candidate[]) =>
  chooseAssignee(sampleChange(1), candidates)?.account ?? null;

describe('who is to decide', () => {
  it('is the author, while the author enters changes there', () => {
    const author = person(sampleAuthor.account, 'clerk');
    expect(chosen(person('a', 'clerk'), author)).toBe(sampleAuthor.account);
    expect(chosen(person('a', 'clerk'), { ...author, active: false })).toBe('a');
    const moved = person(sampleAuthor.account, 'clerk', 'H20.82');
    expect(chosen(person('a', 'clerk'), moved)).toBe('a');
  });

  it('is not the person whom the dossier is about: an office decides', () => {
    const own = person(sampleAuthor.account, 'employee');
    expect(chosen(own, person('a', 'clerk'))).toBe('a');
  });

  it('is the nearest clerk, then by account name, whatever the order of the accounts', () => {
    const far = person('a', 'clerk', 'H20.81');
    const near = person('b', 'clerk');
    const alike = person('c', 'clerk');
    expect(chosen(far, near, alike)).toBe('b');
    expect(chosen(alike, near, far)).toBe('b');
  });

  it('is somebody who can hand the case on when nobody enters changes there', () => {
    expect(chosen(person('h', 'head'), person('x', 'clerk', 'H20.82'))).toBe('h');
    expect(chosen(person('o', 'departmentOfficer', 'H20'))).toBeNull();
  });

  it('decides alone; while nobody is named, any who enters changes there may', () => {
    const { subject } = person('a', 'clerk');
    const place = { unit: sampleUnit };
    expect(mayDecide(subject, place, { account: 'a', name: 'Tên a' })).toBe(true);
    expect(mayDecide(subject, place, { account: 'b', name: 'Tên b' })).toBe(false);
    expect(mayDecide(subject, place, null)).toBe(true);
    expect(mayDecide(person('h', 'head').subject, place, { account: 'h', name: '' })).toBe(false);
  });
});
