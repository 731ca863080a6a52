import { describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/account/roles.ts';
import { mayAct, tabsOf } from './desk-tabs.ts';

const account = (role: Role) => ({ account: 'a', grants: [{ role, unit: 'H20' }] });

describe('the desk', () => {
  it('offers no step to the department, which only looks', () => {
    expect(mayAct(account('departmentOfficer'))).toBe(false);
    expect(tabsOf(account('departmentOfficer'))).toEqual([
      'submitted',
      'verified',
      'returned',
      'conflicted',
    ]);
  });

  it('has all tabs for who enters, checks or returns', () => {
    for (const role of ['clerk', 'head', 'unitAdmin'] as const) {
      expect(tabsOf(account(role))).toEqual([
        'submitted',
        'verified',
        'returned',
        'conflicted',
        'mine',
      ]);
    }
  });

  it('shows a person without an office only what is their own', () => {
    expect(tabsOf(account('employee'))).toEqual(['mine']);
  });
});
