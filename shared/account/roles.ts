/** Roles and what each may do. Deny by default: what is not in the table is refused. */

export const roles = {
  systemAdmin: 'Quản trị hệ thống',
  departmentOfficer: 'Chuyên viên Sở Nội vụ',
  unitAdmin: 'Quản trị đơn vị',
  head: 'Thủ trưởng đơn vị',
  clerk: 'Cán bộ hồ sơ',
  employee: 'Cá nhân',
  replicator: 'Sao lưu, nhân bản',
} as const;
export type Role = keyof typeof roles;

export const actions = [
  'account.manage',
  'unit.read',
  'unit.manage',
  'catalogue.edit',
  'dossier.read',
  'dossier.readOwn',
  'dossier.readSensitive',
  'change.read',
  'change.submit',
  'change.submitOwn',
  'change.verify',
  'change.return',
  'change.approve',
  'approval.read',
  'courier.carry',
  'dashboard.view',
  'backup.view',
  'backup.run',
  'store.read',
  'store.write',
  'store.admin',
] as const;
export type Action = (typeof actions)[number];

/** A role held for a unit and its subtree. */
export interface Grant {
  readonly role: Role;
  readonly unit: string;
}

/**
 * The system admin keeps the machine running and does not read dossiers;
 * only a head (or, from the delegation rules on, a delegate) approves. Copies of the store are a replicator's:
 * they hold every dossier, so nobody has that role unless it was given on the server itself.
 */
export const rights: Readonly<Record<Role, readonly Action[]>> = {
  systemAdmin: [
    'account.manage',
    'unit.read',
    'courier.carry',
    'unit.manage',
    'catalogue.edit',
    'dashboard.view',
    'backup.view',
    'backup.run',
  ],
  departmentOfficer: [
    'unit.read',
    'courier.carry',
    'unit.manage',
    'catalogue.edit',
    'dossier.read',
    'dossier.readSensitive',
    'change.read',
    'approval.read',
    'dashboard.view',
    'account.manage',
    'backup.view',
  ],
  unitAdmin: [
    'account.manage',
    'unit.read',
    'courier.carry',
    'dossier.read',
    'change.read',
    'change.verify',
    'change.return',
    'approval.read',
    'dashboard.view',
  ],
  head: [
    'unit.read',
    'courier.carry',
    'dossier.read',
    'dossier.readSensitive',
    'change.read',
    'change.return',
    'change.approve',
    'approval.read',
    'dashboard.view',
  ],
  clerk: [
    'unit.read',
    'courier.carry',
    'dossier.read',
    'dossier.readSensitive',
    'change.read',
    'change.submit',
    'change.verify',
    'change.return',
    'approval.read',
  ],
  employee: ['unit.read', 'dossier.readOwn', 'change.submitOwn'],
  replicator: ['store.read', 'store.write', 'store.admin'],
};
