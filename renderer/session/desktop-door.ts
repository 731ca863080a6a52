/** The desktop: the main process signs in or unlocks, the local adapter holds the data, sealed. */
import type { DataPort } from '../data/port/data-port.ts';
import type { Sealer } from '../data/local/index.ts';
import type { AppInfo, DeviceSession, HosoBridge } from '../../shared/contract/ipc.ts';
import { done, type Result } from '../../shared/errors/index.ts';
import { keepAll } from './leaving.ts';
import type {
  Door,
  DoorInfo,
  OldData,
  OldPassword,
  OpenSession,
  PasswordChange,
  TokenSigning,
} from './door.ts';

const infoOf = (info: AppInfo): DoorInfo => ({
  place: 'desktop',
  version: info.version,
  serverUrl: info.serverUrl,
  province: null,
  demo: false,
  knownAccounts: info.knownAccounts,
  left: info.left,
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

function oldData(bridge: HosoBridge): OldData {
  return {
    leftAtUtc: async () => {
      const answer = await bridge.invoke('vault.aside', undefined);
      return answer.ok ? done(answer.value.setAsideAtUtc) : answer;
    },
    bringBack: (passwords) => bridge.invoke('vault.bringBack', passwords),
  };
}

/** The main process gives the key once to a page and session; it is kept as a key that nobody can read out. */
function sealers(bridge: HosoBridge): Sealers {
  const known = new Map<string, Sealer>();
  return {
    forget: () => {
      known.clear();
    },
    of: async (databaseName) => {
      const { importSealingKey, webCryptoSealer } = await import('../data/local/index.ts');
      const before = known.get(databaseName);
      if (before) return done(before);
      const answer = await bridge.invoke('session.dataKey', undefined);
      if (!answer.ok) return answer;
      const sealer = webCryptoSealer(await importSealingKey(answer.value.key), databaseName);
      known.set(databaseName, sealer);
      return done(sealer);
    },
  };
}

interface Sealers {
  of(databaseName: string): Promise<Result<Sealer>>;
  forget(): void;
}

interface Desktop {
  readonly bridge: HosoBridge;
  readonly sealers: Sealers;
}

async function openData(
  { bridge, sealers }: Desktop,
  device: DeviceSession,
): Promise<Result<OpenSession>> {
  const { openLocalPort } = await import('../data/local/index.ts');
  const info = await bridge.invoke('app.info', undefined);
  if (!info.ok) return info;
  const sealer = await sealers.of(device.databaseName);
  if (!sealer.ok) return sealer;
  const port = await openLocalPort({
    session: device,
    bridge,
    serverUrl: info.value.serverUrl,
    sealer: sealer.value,
  });
  void keepBeforeGoing(bridge, port);
  const { account, server } = device.session;
  return done({ account, mode: device.mode, port, serverName: server.name });
}

/** The page is about to go: forms are kept, then the data is closed. */
async function keepBeforeGoing(bridge: HosoBridge, port: DataPort): Promise<void> {
  const announced = await bridge.invoke('leave.announced', undefined);
  if (!announced.ok) return;
  await keepAll();
  await port.close();
  await bridge.invoke('leave.ready', undefined);
}

async function signIn(
  desktop: Desktop,
  user: string,
  password: string,
  old: OldPassword | undefined,
): Promise<Result<OpenSession>> {
  const credentials = { user, password, ...old };
  const signedIn = await desktop.bridge.invoke('session.signIn', credentials);
  return signedIn.ok ? openData(desktop, signedIn.value) : signedIn;
}

/** The data key stays the same, so open data stays open; with an issued password it was locked out. */
async function changePassword(
  desktop: Desktop,
  session: OpenSession,
  passwords: PasswordChange,
): Promise<Result<OpenSession>> {
  const changed = await desktop.bridge.invoke('session.changePassword', passwords);
  if (!changed.ok) return changed;
  const { account } = changed.value.session;
  if (!session.account.mustChangePassword) return done({ ...session, account });
  await session.port.close();
  return openData(desktop, changed.value);
}

/** The main process keeps the session while the window is loaded anew. */
async function resume(desktop: Desktop): Promise<OpenSession | null> {
  const current = await desktop.bridge.invoke('session.current', undefined);
  if (!current.ok || current.value === null) return null;
  const opened = await openData(desktop, current.value);
  return opened.ok ? opened.value : null;
}

export function desktopDoor(bridge: HosoBridge): Door {
  const desktop = { bridge, sealers: sealers(bridge) };
  return {
    place: 'desktop',
    signing: tokenSigning(bridge),
    oldData: oldData(bridge),
    registration: {
      problem: async () => {
        const answer = await bridge.invoke('session.registration', undefined);
        return answer.ok ? answer.value.problem : null;
      },
    },
    info: async () => mapped(await bridge.invoke('app.info', undefined)),
    configure: async (url) => mapped(await bridge.invoke('server.configure', { url })),
    resume: () => resume(desktop),
    signIn: (user, password, old) => signIn(desktop, user, password, old),
    changePassword: (session, passwords) => changePassword(desktop, session, passwords),
    lock: async () => {
      await bridge.invoke('lock.now', undefined);
    },
    signOut: async (session, why) => {
      await keepAll();
      await session.port.close();
      desktop.sealers.forget();
      await bridge.invoke('session.signOut', { why });
    },
  };
}
