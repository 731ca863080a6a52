import { describe, expect, it } from 'vitest';
import {
  may,
  mayAnywhere,
  mayReadDossier,
  maySubmitChange,
  unitsWith,
  type Subject,
} from './policy.ts';
import { actions, rights, roles, type Action, type Role } from './roles.ts';

const school = { unit: 'H20.81.11' };
const subject = (role: Role, unit: string, ownDossier?: string): Subject => ({
  account: 'a',
  grants: [{ role, unit }],
  ownDossier,
});

describe('rights', () => {
  it('deny by default: an account without grants may do nothing', () => {
    for (const action of actions)
      expect(may({ account: 'a', grants: [] }, action, school)).toBe(false);
  });

  it('hold for the unit and its subtree, and end at its border', () => {
    const admin = subject('unitAdmin', 'H20.81');
    expect(may(admin, 'dossier.read', { unit: 'H20.81' })).toBe(true);
    expect(may(admin, 'dossier.read', school)).toBe(true);
    expect(may(admin, 'dossier.read', { unit: 'H20' })).toBe(false);
    expect(may(admin, 'dossier.read', { unit: 'H20.811' })).toBe(false);
    expect(may(admin, 'dossier.read', { unit: 'H20.8' })).toBe(false);
  });

  it('are exactly the table: every role and action', () => {
    for (const role of Object.keys(roles) as Role[]) {
      for (const action of actions.filter((name) => !name.endsWith('Own'))) {
        expect([role, action, may(subject(role, 'H20'), action, school)]).toEqual([
          role,
          action,
          rights[role].includes(action),
        ]);
      }
    }
  });

  it('only a head approves', () => {
    const approvers = (Object.keys(roles) as Role[]).filter((role) =>
      rights[role].includes('change.approve'),
    );
    expect(approvers).toEqual(['head']);
  });

  it('the raw store is the replicator’s alone, and a replicator has nothing else', () => {
    for (const role of Object.keys(roles) as Role[]) {
      const raw = rights[role].filter((action) => action.startsWith('store.'));
      expect([role, raw.length]).toEqual([role, role === 'replicator' ? 3 : 0]);
    }
    expect(rights.replicator).toHaveLength(3);
  });

  it('the system admin does not read dossiers', () => {
    expect(mayReadDossier(subject('systemAdmin', 'H20'), school)).toBe(false);
  });

  it('an employee reads and corrects the own dossier and no other', () => {
    const employee = subject('employee', 'H20.81.11', 'dossier:1');
    const own = { ...school, dossier: 'dossier:1' };
    const other = { ...school, dossier: 'dossier:2' };
    expect([
      mayReadDossier(employee, own),
      mayReadDossier(employee, other),
      mayReadDossier(employee, school),
    ]).toEqual([true, false, false]);
    expect([maySubmitChange(employee, own), maySubmitChange(employee, other)]).toEqual([
      true,
      false,
    ]);
    expect(maySubmitChange(subject('employee', 'H20.81.11'), { ...school, dossier: 'none' })).toBe(
      false,
    );
  });

  it('say where they hold', () => {
    const both: Subject = {
      account: 'a',
      grants: [
        { role: 'clerk', unit: 'H20.81' },
        { role: 'head', unit: 'H20.82' },
      ],
    };
    const wanted: Action = 'change.approve';
    expect(unitsWith(both, wanted)).toEqual(['H20.82']);
    expect([mayAnywhere(both, wanted), mayAnywhere(both, 'store.admin')]).toEqual([true, false]);
  });
});
