/** The desktop: the main process signs in or unlocks, the local adapter holds the data. */
import type { AppInfo, HosoBridge } from '../../shared/contract/ipc.ts';
import { done, type Result } from '../../shared/errors/index.ts';
import type { Door, DoorInfo, OpenSession, TokenSigning } from './door.ts';

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

async function open(
  bridge: HosoBridge,
  user: string,
  password: string,
): Promise<Result<OpenSession>> {
  const signedIn = await bridge.invoke('session.signIn', { user, password });
  if (!signedIn.ok) return signedIn;
  const { openLocalPort } = await import('../data/local/index.ts');
  const info = await bridge.invoke('app.info', undefined);
  if (!info.ok) return info;
  const port = await openLocalPort({
    session: signedIn.value,
    bridge,
    serverUrl: info.value.serverUrl,
  });
  const { account, server } = signedIn.value.session;
  return done({ account, mode: signedIn.value.mode, port, serverName: server.name });
}

export function desktopDoor(bridge: HosoBridge): Door {
  return {
    place: 'desktop',
    signing: tokenSigning(bridge),
    info: async () => mapped(await bridge.invoke('app.info', undefined)),
    configure: async (url) => mapped(await bridge.invoke('server.configure', { url })),
    resume: () => Promise.resolve(null),
    signIn: (user, password) => open(bridge, user, password),
    signOut: async (session) => {
      await session.port.close();
      await bridge.invoke('session.signOut', undefined);
    },
  };
}
