/** `hoso init`: makes the store, the keys and the first administrator. */
import { readFile } from 'node:fs/promises';
import { userNameSchema } from '../../shared/account/account.ts';
import { unitCodeSchema } from '../../shared/unit/unit.ts';
import { makeBackupKey } from '../backup/backup-key.ts';
import { checkNewPassword } from '../accounts/passwords.ts';
import { createInstallation, openInstallationStore } from './installation.ts';
import { UsageError } from './usage-error.ts';
import { makePassword } from './make-password.ts';

export interface InitOptions {
  readonly data: string;
  readonly province: string;
  readonly name: string;
  readonly trust?: string;
  readonly admin: string;
}

export async function init(options: InitOptions): Promise<void> {
  const user = userNameSchema.safeParse(options.admin);
  const province = unitCodeSchema.safeParse(options.province);
  if (!user.success) throw new UsageError('--admin: tên đăng nhập không hợp lệ.');
  if (!province.success) throw new UsageError('--province: mã định danh không hợp lệ.');
  const given = process.env.HOSO_ADMIN_PASSWORD;
  const password = given ?? makePassword();
  const fits = checkNewPassword(password, user.data, Date.now());
  if (!fits.ok) throw new UsageError(fits.problem.message);
  const trustPem = options.trust === undefined ? undefined : await readFile(options.trust, 'utf8');
  const store = await openInstallationStore(options.data);
  try {
    await createInstallation(store, options.data, {
      province: province.data,
      name: options.name,
      trustPem,
      admin: { user: user.data, name: 'Quản trị hệ thống', password },
      mustChangePassword: given === undefined,
    });
  } finally {
    await store.close();
  }
  process.stdout.write(`Đã khởi tạo ${options.data}.\nTài khoản quản trị: ${user.data}\n`);
  if (given === undefined)
    process.stdout.write(`Mật khẩu (chỉ hiện một lần, phải đổi khi đăng nhập): ${password}\n`);
  const backupKey = await makeBackupKey(options.data);
  if (backupKey !== null)
    process.stdout.write(
      `Khóa sao lưu (chỉ hiện một lần; chép ra giấy, cất NGOÀI máy chủ):\n${backupKey}\n`,
    );
}
