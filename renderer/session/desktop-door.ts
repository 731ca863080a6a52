/** The desktop: the main process signs in or unlocks, the local adapter holds the data. */
import type { AppInfo, DeviceSession, HosoBridge } from '../../shared/contract/ipc.ts';
import { done, type Result } from '../../shared/errors/index.ts';
import type { Door, DoorInfo, OpenSession, PasswordChange, TokenSigning } from './door.ts';

const infoOf = (info: AppInfo): DoorInfo => ({
  place: 'desktop',
  version: info.version,
  serverUrl: info.serverUrl,
  province: null,
  demo: false,
  knownAccounts: info.knownAccounts,
});

function mapped(result: Result<AppInfo>): Result<DoorInfo> {
  return result.ok ? done(infoOf(result.value)) : result;
}

function tokenSigning(bridge: HosoBridge): TokenSigning {
  return {
    tokens: () => bridge.invoke('signing.tokens', undefined),
    signWith: (choice) => (text) => bridge.invoke('signing.sign', { text, ...choice }),
  };
}

async function openData(bridge: HosoBridge, device: DeviceSession): Promise<Result<OpenSession>> {
  const { openLocalPort } = await import('../data/local/index.ts');
  const info = await bridge.invoke('app.info', undefined);
  if (!info.ok) return info;
  const port = await openLocalPort({ session: device, bridge, serverUrl: info.value.serverUrl });
  const { account, server } = device.session;
  return done({ account, mode: device.mode, port, serverName: server.name });
}

async function signIn(
  bridge: HosoBridge,
  user: string,
  password: string,
): Promise<Result<OpenSession>> {
  const signedIn = await bridge.invoke('session.signIn', { user, password });
  return signedIn.ok ? openData(bridge, signedIn.value) : signedIn;
}

/** The data key stays the same, so open data stays open; with an issued password it was locked out. */
async function changePassword(
  bridge: HosoBridge,
  session: OpenSession,
  passwords: PasswordChange,
): Promise<Result<OpenSession>> {
  const changed = await bridge.invoke('session.changePassword', passwords);
  if (!changed.ok) return changed;
  const { account } = changed.value.session;
  if (!session.account.mustChangePassword) return done({ ...session, account });
  await session.port.close();
  return openData(bridge, changed.value);
}

/** The main process keeps the session while the window is loaded anew. */
async function resume(bridge: HosoBridge): Promise<OpenSession | null> {
  const current = await bridge.invoke('session.current', undefined);
  if (!current.ok || current.value === null) return null;
  const opened = await openData(bridge, current.value);
  return opened.ok ? opened.value : null;
}

export function desktopDoor(bridge: HosoBridge): Door {
  return {
    place: 'desktop',
    signing: tokenSigning(bridge),
    info: async () => mapped(await bridge.invoke('app.info', undefined)),
    configure: async (url) => mapped(await bridge.invoke('server.configure', { url })),
    resume: () => resume(bridge),
    signIn: (user, password) => signIn(bridge, user, password),
    changePassword: (session, passwords) => changePassword(bridge, session, passwords),
    signOut: async (session) => {
      await session.port.close();
      await bridge.invoke('session.signOut', undefined);
    },
  };
}
