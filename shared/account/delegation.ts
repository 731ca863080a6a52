/**
 * Who may hand out which role, and where. `account.manage` alone is not enough: nobody grants what lies
 * above their own place, so that a unit's admin cannot make a head, nor anyone reach another province.
 */
import { unitCovers } from '../unit/unit.ts';
import { may, type Subject } from './policy.ts';
import type { Grant, Role } from './roles.ts';

/** The roles that a holder of a role may hand out, in the subtree it holds the role for. */
export const grantableRoles: Readonly<Record<Role, readonly Role[]>> = {
  systemAdmin: ['systemAdmin', 'departmentOfficer', 'unitAdmin', 'head', 'clerk', 'employee'],
  departmentOfficer: ['unitAdmin', 'head', 'clerk', 'employee'],
  unitAdmin: ['clerk', 'employee'],
  head: [],
  clerk: [],
  employee: [],
  // Handed out on the server's command line only: whoever could grant it over the line could read everything.
  replicator: [],
};

/** May this account hand out that grant? */
export function mayGrant(manager: Subject, grant: Grant): boolean {
  return (
    may(manager, 'account.manage', { unit: grant.unit }) &&
    manager.grants.some(
      (held) => grantableRoles[held.role].includes(grant.role) && unitCovers(held.unit, grant.unit),
    )
  );
}

/**
 * May this account manage another (unlock, disable, reset, certificates)? Only one whose every grant it
 * could have handed out: else resetting a head's password would be a way to become that head.
 */
export function mayManageAccount(manager: Subject, grants: readonly Grant[]): boolean {
  return grants.length > 0 && grants.every((grant) => mayGrant(manager, grant));
}
