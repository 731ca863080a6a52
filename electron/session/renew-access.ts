/**
 * A fresh access token by the refresh token of the vault. Invariant: the rotated refresh token is on the disk before
 * anyone uses the answer that it came with.
 */
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { accessOf, profileOf, type AccessToken, type Active } from './active-session.ts';
import type { Centre } from './centre.ts';

interface Renewal {
  readonly outcome: Result<AccessToken>;
  /** What the session holds from now on; absent: as before. */
  readonly access?: AccessToken | null;
}

const refused = (code: 'SESSION_EXPIRED' | 'SERVER_UNREACHABLE'): Renewal => ({
  outcome: failed(code),
});

export async function renewAccess(
  { centre, nowUtc }: { readonly centre: Centre; readonly nowUtc: () => string },
  { vault }: Active,
): Promise<Renewal> {
  const { refreshToken } = vault.profile();
  if (refreshToken === null) return refused('SESSION_EXPIRED');
  const answer = await centre.refresh(vault.owner.serverOrigin, refreshToken);
  if (answer.kind === 'unreachable') return refused('SERVER_UNREACHABLE');
  if (answer.kind === 'answered') {
    const access = accessOf(answer.value);
    await vault.saveProfile(profileOf(answer.value, nowUtc(), vault.profile()));
    return { outcome: done(access), access };
  }
  const revoked = answer.problem.code === 'DEVICE_REVOKED';
  if (revoked || answer.status !== 401) return { outcome: { ok: false, problem: answer.problem } };
  // Taken back, too old, or used by someone else: only the password helps now.
  await vault.saveProfile({ ...vault.profile(), refreshToken: null });
  return { ...refused('SESSION_EXPIRED'), access: null };
}
