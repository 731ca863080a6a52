/** The demonstration's province: Đồng Tháp with one department and two communes. Made up below commune level. */
import type { Role } from '../../../shared/account/roles.ts';
import type { Unit, UnitKind } from '../../../shared/unit/unit.ts';
import { makeUnit } from '../../documents/units.ts';

export const demoProvince = { code: 'H20', name: 'Tỉnh Đồng Tháp' } as const;

/** Since the two-level local government began. */
const validFrom = '2025-07-01';

type Line = readonly [code: string, name: string, kind: UnitKind, parent: string | null];

const lines: readonly Line[] = [
  ['H20', 'UBND tỉnh Đồng Tháp', 'province', null],
  ['H20.02', 'Sở Nội vụ', 'department', 'H20'],
  ['H20.81', 'UBND xã Mỹ An', 'commune', 'H20'],
  ['H20.81.01', 'Phòng Văn hóa - Xã hội xã Mỹ An', 'office', 'H20.81'],
  ['H20.81.11', 'Trường Tiểu học Mỹ An', 'school', 'H20.81'],
  ['H20.81.12', 'Trường THCS Mỹ An', 'school', 'H20.81'],
  ['H20.81.21', 'Trạm Y tế xã Mỹ An', 'service', 'H20.81'],
  ['H20.82', 'UBND xã Mỹ Quý', 'commune', 'H20'],
];

export const demoUnits: readonly Unit[] = lines.map(([code, name, kind, parent]) =>
  makeUnit({ code, name, kind, parent, validFrom }),
);

export interface DemoAccount {
  readonly user: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  readonly password: string;
  /** Which token of the demonstration's PKI signs for this account. */
  readonly token?: number;
}

/** Passwords are public: they are printed at every start of a demonstration, and nowhere else used. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    user: 'quantri',
    name: 'Đặng Quốc Bảo',
    role: 'systemAdmin',
    unit: 'H20',
    password: 'Sen@DongThap1',
  },
  {
    user: 'sonoivu',
    name: 'Trần Thị Thu Hương',
    role: 'departmentOfficer',
    unit: 'H20',
    password: 'Sen@DongThap2',
  },
  {
    user: 'quantri.myan',
    name: 'Nguyễn Hoàng Phúc',
    role: 'unitAdmin',
    unit: 'H20.81',
    password: 'Sen@DongThap3',
  },
  {
    user: 'hieutruong',
    name: 'Võ Minh Hiếu',
    role: 'head',
    unit: 'H20.81.11',
    password: 'Sen@DongThap4',
    token: 0,
  },
  {
    user: 'chutich.myan',
    name: 'Lê Thị Hà',
    role: 'head',
    unit: 'H20.81',
    password: 'Sen@DongThap5',
    token: 1,
  },
  {
    user: 'vanthu.myan',
    name: 'Phạm Ngọc Ánh',
    role: 'clerk',
    unit: 'H20.81.11',
    password: 'Sen@DongThap6',
  },
  {
    user: 'vanthu.xa',
    name: 'Huỳnh Văn Đức',
    role: 'clerk',
    unit: 'H20.81',
    password: 'Sen@DongThap7',
  },
  {
    user: 'nhanvien',
    name: 'Đỗ Thị Ngọc Diễm',
    role: 'employee',
    unit: 'H20.81',
    password: 'Sen@DongThap8',
  },
  {
    user: 'saoluu',
    name: 'Bùi Thanh Tùng',
    role: 'replicator',
    unit: 'H20',
    password: 'Sen@DongThap9',
  },
];
