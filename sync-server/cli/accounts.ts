/**
 * `hoso unlock`, `hoso replicator`: what is done to accounts on the server itself, where nobody is signed in.
 * Both go on record as done by `server`.
 */
import { userNameSchema } from '../../shared/account/account.ts';
import { normalUser } from '../accounts/account-directory.ts';
import { newAccount } from '../accounts/new-account.ts';
import { unlocked } from '../accounts/lock.ts';
import { UsageError } from './usage-error.ts';
import { makePassword } from './make-password.ts';
import { withServices } from './with-services.ts';

export const unlock = (dataDir: string, typed: string): Promise<void> =>
  withServices(dataDir, async ({ accounts, audit }) => {
    const target = normalUser(typed);
    const changed = await accounts.update(target, unlocked);
    if (!changed) throw new UsageError(`Không có tài khoản ${target}.`);
    audit.record({ event: 'account.unlock', account: 'server', target, outcome: 'done' });
    process.stdout.write(`Đã mở khóa ${target}.\n`);
  });

export const makeReplicator = (dataDir: string, typed: string): Promise<void> =>
  withServices(dataDir, async ({ accounts, audit }, { province }) => {
    const user = userNameSchema.safeParse(typed);
    if (!user.success) throw new UsageError('--user: tên đăng nhập không hợp lệ.');
    const password = makePassword();
    const made = await newAccount(
      {
        user: user.data,
        name: 'Sao lưu, nhân bản',
        grants: [{ role: 'replicator', unit: province }],
        password,
        // A program signs in with it: there is nobody to change it.
        mustChangePassword: false,
      },
      Date.now(),
    );
    if (!(await accounts.create(made))) throw new UsageError('Tên đăng nhập này đã được dùng.');
    audit.record({
      event: 'account.create',
      account: 'server',
      target: user.data,
      outcome: 'done',
      rows: made.grants.map(({ role, unit }) => `${role} ${unit}`),
    });
    process.stdout.write(`Tài khoản ${user.data}, mật khẩu (chỉ hiện một lần): ${password}\n`);
  });
