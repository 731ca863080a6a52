/** A browser: the session is a cookie of the gateway that served the page, the data stays at the centre. */
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { Door, DoorInfo, OpenSession, PasswordChange } from './door.ts';

const remote = () => import('../data/remote/index.ts');

async function info(): Promise<Result<DoorInfo>> {
  const { readAbout } = await remote();
  const about = await readAbout();
  // Without a line the form is still shown; signing in will say what is wrong.
  const known = about.ok ? about.value : null;
  return done({
    place: 'browser',
    version: known?.version ?? '',
    serverUrl: window.location.origin,
    province: known?.name ?? null,
    demo: known?.demo ?? false,
    knownAccounts: [],
    left: null,
  });
}

async function resume(): Promise<OpenSession | null> {
  const { resumeRemoteSession, openRemotePort } = await remote();
  const session = await resumeRemoteSession();
  if (!session) return null;
  return {
    account: session.account,
    mode: 'online',
    port: openRemotePort(session),
    serverName: session.server.name,
  };
}

async function signIn(user: string, password: string): Promise<Result<OpenSession>> {
  const { signInRemote, openRemotePort } = await remote();
  const result = await signInRemote(user, password);
  if (!result.ok) return result;
  return done({
    account: result.value.account,
    mode: 'online',
    port: openRemotePort(result.value),
    serverName: result.value.server.name,
  });
}

async function changePassword(
  session: OpenSession,
  passwords: PasswordChange,
): Promise<Result<OpenSession>> {
  const { changePasswordRemote, openRemotePort } = await remote();
  const changed = await changePasswordRemote(passwords);
  if (!changed.ok) return changed;
  const { account } = changed.value;
  if (!session.account.mustChangePassword) return done({ ...session, account });
  await session.port.close();
  return done({ ...session, account, port: openRemotePort(changed.value) });
}

export function browserDoor(): Door {
  return {
    place: 'browser',
    signing: null,
    oldData: null,
    registration: null,
    info,
    configure: () => Promise.resolve(failed('FORBIDDEN')),
    resume,
    signIn,
    changePassword,
    lock: null,
    signOut: async (session) => {
      const { signOutRemote } = await remote();
      await session.port.close();
      await signOutRemote();
    },
  };
}
