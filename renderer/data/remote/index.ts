/** The browser's data: a session by cookie, and the data port over HTTP. */
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import type { DataPort } from '../port/data-port.ts';
import { openRemoteData } from './open-remote-data.ts';
import { openRemoteSession, type RemoteSession } from './remote-session.ts';

export { readAbout, type RemoteOptions } from './session-calls.ts';
export { openRemoteData, openRemoteSession, type RemoteSession };

const samePage = openRemoteSession();
let current: RemoteSession | null = null;

/** The session that the page's refresh cookie stands for, or null. */
export async function resumeRemoteSession(): Promise<RemoteSession | null> {
  const session = await samePage.resume();
  current = session.ok ? session.value : null;
  return current;
}

export async function signInRemote(user: string, password: string): Promise<Result<RemoteSession>> {
  const session = await samePage.signIn(user, password);
  if (session.ok) current = session.value;
  return session;
}

/** The session as it is then: its password is the person's own. */
export async function changePasswordRemote(
  passwords: Parameters<RemoteSession['changePassword']>[0],
): Promise<Result<RemoteSession>> {
  if (!current) return failed('SESSION_EXPIRED');
  const changed = await current.changePassword(passwords);
  if (!changed.ok) return changed;
  current = { ...current, account: { ...current.account, mustChangePassword: false } };
  return done(current);
}

export async function signOutRemote(): Promise<void> {
  const session = current;
  current = null;
  await session?.signOut();
}

export const openRemotePort = (session: RemoteSession): DataPort => openRemoteData(session);
