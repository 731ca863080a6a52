import { describe, expect, it } from 'vitest';
import { mayGrant, mayManageAccount } from './delegation.ts';
import type { Subject } from './policy.ts';
import { roles, type Role } from './roles.ts';

const holder = (role: Role, unit: string): Subject => ({ account: 'a', grants: [{ role, unit }] });
const everyRole = Object.keys(roles) as Role[];

const table: Readonly<Record<Role, readonly Role[]>> = {
  systemAdmin: everyRole.filter((role) => role !== 'replicator'),
  departmentOfficer: ['unitAdmin', 'head', 'clerk', 'employee'],
  unitAdmin: ['clerk', 'employee'],
  head: [],
  clerk: [],
  employee: [],
  replicator: [],
};

describe('handing out roles', () => {
  it.each(everyRole.flatMap((by) => everyRole.map((role) => [by, role] as const)))(
    '%s hands out %s only as the table says',
    (by, role) => {
      expect(mayGrant(holder(by, 'H20.81'), { role, unit: 'H20.81.11' })).toBe(
        table[by].includes(role),
      );
    },
  );

  it('stays inside the subtree the right is held for', () => {
    const admin = holder('unitAdmin', 'H20.81');
    expect(mayGrant(admin, { role: 'clerk', unit: 'H20.81' })).toBe(true);
    expect(mayGrant(admin, { role: 'clerk', unit: 'H20.82' })).toBe(false);
    expect(mayGrant(admin, { role: 'clerk', unit: 'H20.811' })).toBe(false);
    expect(mayGrant(admin, { role: 'clerk', unit: 'H20' })).toBe(false);
  });

  it('does not add rights of two places together', () => {
    const both: Subject = {
      account: 'a',
      grants: [
        { role: 'unitAdmin', unit: 'H20.81' },
        { role: 'departmentOfficer', unit: 'H20.82' },
      ],
    };
    expect(mayGrant(both, { role: 'head', unit: 'H20.81' })).toBe(false);
    expect(mayGrant(both, { role: 'head', unit: 'H20.82.01' })).toBe(true);
  });
});

describe('managing an account', () => {
  it('needs every grant of that account to be one the manager could hand out', () => {
    const admin = holder('unitAdmin', 'H20.81');
    const clerk = { role: 'clerk', unit: 'H20.81.11' } as const;
    const head = { role: 'head', unit: 'H20.81.11' } as const;
    expect(mayManageAccount(admin, [clerk])).toBe(true);
    expect(mayManageAccount(admin, [clerk, head])).toBe(false);
    expect(mayManageAccount(admin, [])).toBe(false);
  });
});
