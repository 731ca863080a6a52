import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../shared/account/policy.ts';
import type { Role } from '../../../shared/account/roles.ts';
import { homeOf, isForeign, partAt, partsFor } from './navigation.ts';

const subject = (role: Role, ownDossier?: string): Subject => ({
  account: 'a',
  grants: [{ role, unit: 'H20.81' }],
  ownDossier,
});
const names = (who: Subject, place: 'desktop' | 'browser' = 'desktop') =>
  partsFor(who, place).map((part) => part.name);

describe('the parts that an account is shown', () => {
  it('are the daily work for a clerk, without approvals', () => {
    expect(names(subject('clerk'))).toEqual([
      'dossiers',
      'desk',
      'import',
      'refused',
      'atRisk',
      'courier',
    ]);
  });

  it('are approvals and figures for a head', () => {
    expect(names(subject('head'))).toEqual([
      'dossiers',
      'desk',
      'approvals',
      'refused',
      'atRisk',
      'overview',
      'courier',
    ]);
  });

  it('leave out refused changes in a browser: there a refusal is seen at once', () => {
    expect(names(subject('clerk'), 'browser')).not.toContain('refused');
  });

  it('are only the own dossier and its changes for an employee', () => {
    const employee = subject('employee', 'dossier:X');
    expect(names(employee, 'browser')).toEqual(['own', 'desk']);
    expect(partAt('/dossiers/dossier:X/edit', partsFor(employee, 'browser'))).toBe('own');
  });

  it('show no dossiers to the system administrator, who looks after the backups', () => {
    expect(names(subject('systemAdmin'), 'browser')).toEqual([
      'overview',
      'catalogues',
      'backups',
      'courier',
    ]);
  });

  it('let the department and the system administrator keep the code lists, and nobody else', () => {
    for (const role of ['departmentOfficer', 'systemAdmin'] as const)
      expect(names(subject(role), 'browser')).toContain('catalogues');
    for (const role of ['unitAdmin', 'head', 'clerk', 'employee'] as const)
      expect(names(subject(role), 'browser')).not.toContain('catalogues');
  });

  it('let whoever has an office hand in a stick in a browser, and nobody else', () => {
    for (const role of ['departmentOfficer', 'unitAdmin', 'head', 'clerk'] as const)
      expect(names(subject(role), 'browser')).toContain('courier');
    expect(names(subject('employee', 'dossier:X'), 'browser')).not.toContain('courier');
  });

  it('begin at the figures for the department', () => {
    expect(homeOf(subject('departmentOfficer'), 'browser')).toBe('/overview');
    expect(homeOf(subject('clerk'), 'desktop')).toBe('/dossiers');
  });
});

describe('the address of someone who sat here before', () => {
  it('is not opened for an account without that part', () => {
    expect(isForeign('/dossiers', subject('systemAdmin'), 'browser')).toBe(true);
    expect(isForeign('/dossiers', subject('employee', 'dossier:1'), 'desktop')).toBe(true);
    expect(isForeign('/overview', subject('clerk'), 'desktop')).toBe(true);
  });

  it('is opened where the account has it too, and unknown ones say so themselves', () => {
    expect(isForeign('/desk/change:1/mend', subject('clerk'), 'desktop')).toBe(false);
    expect(isForeign('/dossiers/dossier:1', subject('employee', 'dossier:1'), 'desktop')).toBe(
      false,
    );
    expect(isForeign('/nowhere', subject('clerk'), 'desktop')).toBe(false);
    expect(isForeign('/', subject('clerk'), 'desktop')).toBe(false);
  });
});
