/** Changing one's own password: the present one is asked again, and every other session ends. */
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { checkNewPassword, checkPassword, withPassword } from './passwords.ts';
import { outcomeOf, type Principal, type SignInParts } from './sign-in.ts';

type Parts = Pick<SignInParts, 'accounts' | 'sessions' | 'audit' | 'nowMs'>;

export async function changeOwnPassword(
  { accounts, sessions, audit, nowMs }: Parts,
  principal: Principal,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Result<null>> {
  const user = principal.subject.account;
  const given = { user, password: current, from: `session ${principal.session}` };
  const checked = await checkPassword(accounts, given, nowMs());
  const fresh = current === next ? failed('PASSWORD_UNCHANGED') : done(null);
  const fits = fresh.ok ? checkNewPassword(next, user, nowMs()) : fresh;
  const outcome = outcomeOf(checked.ok ? fits : checked);
  audit.record({ event: 'account.password', account: user, outcome });
  if (!checked.ok) return checked;
  if (!fits.ok) return fits;
  const changed = await withPassword(checked.value, next, false, nowMs());
  const { passwordHash, passwordChangedAtUtc } = changed;
  await sessions.keepWithPassword(principal.session, passwordChangedAtUtc);
  await accounts.update(user, (stored) => ({
    ...stored,
    passwordHash,
    passwordChangedAtUtc,
    mustChangePassword: false,
  }));
  // Whoever else is signed in with the old password is not, from now on.
  await sessions.revokeAll(user, principal.session);
  return done(null);
}
