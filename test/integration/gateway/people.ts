/** Who appears in the tests of the gateway. */
import type { TestAccount } from '../../helpers/gateway.ts';
import type { Role } from '../../../shared/account/roles.ts';

const account = (user: string, name: string, role: Role, unit: string): TestAccount => ({
  user,
  name,
  grants: [{ role, unit }],
});

export const school = 'H20.81.11';
export const otherSchool = 'H20.81.12';
export const commune = 'H20.81';

export const people = {
  replicator: account('saoluu', 'Bùi Thanh Tùng', 'replicator', 'H20'),
  admin: account('quantri', 'Đặng Quốc Bảo', 'systemAdmin', 'H20'),
  officer: account('sonoivu', 'Trần Thị Thu Hương', 'departmentOfficer', 'H20'),
  unitAdmin: account('quantri.myan', 'Nguyễn Hoàng Phúc', 'unitAdmin', commune),
  head: account('hieutruong', 'Võ Minh Hiếu', 'head', school),
  clerk: account('vanthu.truong', 'Phạm Ngọc Ánh', 'clerk', school),
  otherClerk: account('vanthu.khac', 'Huỳnh Văn Đức', 'clerk', otherSchool),
} as const;

export const everyone: readonly TestAccount[] = Object.values(people);
