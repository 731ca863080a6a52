/** Puts the program together once Electron is ready: settings, vaults, session, signing, window. */
import { app, net, safeStorage, utilityProcess, type BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { chooseFile } from '../courier/choose-file.ts';
import { diskRoom, freeBytesAt, type ReadRoom } from '../disk/disk-room.ts';
import type { AppParts } from '../ipc/app.ts';
import { appHandlers } from '../ipc/app.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { courierHandlers } from '../ipc/courier.ts';
import { faultHandlers } from '../ipc/faults.ts';
import { lineHandlers } from '../ipc/line.ts';
import { journalHandlers } from '../ipc/journal.ts';
import { scanHandlers } from '../ipc/scans.ts';
import { serverHandlers } from '../ipc/server.ts';
import { serveMainWindow } from '../ipc/serve.ts';
import { lockHandlers } from '../ipc/lock.ts';
import { sessionHandlers } from '../ipc/session.ts';
import { signingHandlers } from '../ipc/signing.ts';
import { journalShelf, type JournalShelf } from '../journal/journal-shelf.ts';
import { openPinWindow } from '../pin/pin-window.ts';
import { signingDialogue, type SigningDialogue } from '../pin/signing-dialogue.ts';
import { sessionScans, type SessionScans } from '../scans/open-scans.ts';
import { scanLine } from '../scans/scan-line.ts';
import type { Fetch } from '../session/centre-request.ts';
import { centre } from '../session/centre.ts';
import { ScreenLock } from '../session/screen-lock.ts';
import { SessionKeeper } from '../session/session-keeper.ts';
import { openSettings, type SettingsStore } from '../settings/settings.ts';
import { createSigningHost, type SigningHost } from '../signing/host.ts';
import { doubtfulModule, isKnownModule } from '../signing/known-modules.ts';
import { utilityFork } from '../signing/utility-fork.ts';
import { osSeal } from '../vault/os-seal.ts';
import { tryDelay } from '../vault/try-delay.ts';
import { vaultStore, type VaultStore } from '../vault/vault-store.ts';
import { mainPage, serveAppScheme } from './app-scheme.ts';
import { askPerson } from './ask-person.ts';
import { takeServerAddress, tokenModule } from './environment.ts';
import type { FaultLog } from './fault-log.ts';
import { watchForLock } from './lock-triggers.ts';
import { openMainWindow, reloadPage } from './main-window.ts';

/** For one signing, a PIN typed on the reader's own keys included. */
const signingMs = 120_000;

// Chromium's network: it knows the PC's proxy and trusted certificates.
const netFetch: Fetch = (url, init) => net.fetch(url, init);

const built = (...parts: string[]): string => path.join(import.meta.dirname, '..', ...parts);

export interface Program {
  focus(): void;
  /** By a person's wish. */
  lock(): void;
  /** Ends what is going on and settles when everything is on the disk. */
  close(): Promise<void>;
}

interface Parts {
  readonly log: FaultLog;
  readonly settings: SettingsStore;
  readonly vaults: VaultStore;
  readonly keeper: SessionKeeper;
  readonly shelf: JournalShelf;
  readonly room: ReadRoom;
  readonly lock: ScreenLock;
  readonly scans: SessionScans;
  readonly host: SigningHost;
  readonly dialogue: SigningDialogue;
  readonly window: () => BrowserWindow | null;
}

export async function startProgram(log: FaultLog): Promise<Program> {
  const userData = app.getPath('userData');
  const settings = await openSettings(userData);
  await takeServerAddress(process.env, app.isPackaged, settings);
  let window: BrowserWindow | null = null;
  const parts = makeParts(log, settings, userData, () => window);
  serveAppScheme(built('renderer'), () => settings.current().serverOrigin);
  let saving: Promise<void> = Promise.resolve();
  window = openMainWindow({
    preload: built('preload', 'index.cjs'),
    size: settings.current().window,
    keepSize: (size) => {
      saving = settings.change({ window: size }).catch((error: unknown) => {
        log.fault('keeping the window size', error);
      });
    },
    log,
    beforeClose: () => parts.lock.announce(),
    serve: ({ webContents }) => {
      const handlers = handlersOf(parts);
      webContents.on('did-navigate', () => {
        parts.keeper.pageLoaded();
        parts.lock.pageLoaded();
      });
      serveMainWindow(webContents, { page: mainPage, handlers, report: log.fault });
    },
  });
  const lock = (): void => {
    void parts.lock.lock().catch((error: unknown) => log.fault('locking', error));
  };
  const watch = watchForLock(window.webContents, lock);
  window.once('closed', () => {
    window = null;
  });
  return {
    focus: () => {
      if (window?.isMinimized()) window.restore();
      window?.show();
      window?.focus();
    },
    lock,
    close: async () => {
      watch.close();
      parts.dialogue.abort();
      parts.scans.close();
      parts.keeper.close();
      await parts.shelf.close();
      await saving;
    },
  };
}

function makeParts(
  log: FaultLog,
  settings: SettingsStore,
  userData: string,
  window: () => BrowserWindow | null,
): Parts {
  const vaults = vaultStore({
    folder: path.join(userData, 'vaults'),
    os: osSeal(safeStorage, process.platform),
    now: () => new Date(),
  });
  const keeper = new SessionKeeper({
    centre: centre(netFetch),
    vaults,
    tries: tryDelay(() => performance.now()),
    now: () => new Date(),
    serverOrigin: () => settings.current().serverOrigin,
    hostName: hostname(),
    onRevoked: (account) => {
      lock.revoked(account);
    },
  });
  const host = createSigningHost({
    workerPath: built('main', 'signing-worker.cjs'),
    fork: utilityFork((file, args, options) => utilityProcess.fork(file, args, options)),
    timeoutMs: signingMs,
  });
  const pinParts = { parent: window, preload: built('preload', 'pin.cjs'), report: log.fault };
  const dialogue = signingDialogue({
    host,
    open: (handlers) => openPinWindow(pinParts, handlers),
    signer: () => keeper.current()?.session.account ?? null,
    now: () => new Date(),
  });
  const lock = new ScreenLock({
    keeper,
    abortSigning: () => {
      dialogue.abort();
    },
    // The answer is sent first: the page must not vanish while it waits for it.
    reload: () => setTimeout(() => reloadPage(window()), 100),
    now: () => new Date(),
  });
  const shelf = journalShelf({
    folder: path.join(userData, 'journal'),
    now: () => new Date(),
    onDamage: (damage) => {
      for (const { file, place, bytes } of damage) {
        log.event(`journal file ${file}: ${bytes} damaged bytes, ${place}`);
      }
    },
  });
  const room = diskRoom(
    () => freeBytesAt(userData),
    () => new Date(),
  );
  const scans = makeScans(log, settings, keeper, room, userData);
  return { log, settings, vaults, keeper, lock, shelf, room, scans, host, dialogue, window };
}

function makeScans(
  log: FaultLog,
  settings: SettingsStore,
  keeper: SessionKeeper,
  room: ReadRoom,
  userData: string,
): SessionScans {
  const line = scanLine({
    fetch: netFetch,
    origin: () => settings.current().serverOrigin,
    accessToken: () => keeper.current()?.accessToken ?? null,
    renewToken: () => keeper.token(),
  });
  return sessionScans({
    folder: path.join(userData, 'scans'),
    session: () => {
      const vault = keeper.vault();
      const databaseName = keeper.current()?.databaseName;
      return vault && databaseName !== undefined ? { vault, databaseName } : null;
    },
    line,
    room,
    now: () => new Date(),
    report: log.fault,
  });
}

function handlersOf(parts: Parts): Handlers {
  const { settings, vaults, keeper, lock, shelf, room, host, dialogue, window } = parts;
  const { platform, env } = process;
  const packaged = app.isPackaged;
  const exists = existsSync;
  const person = askPerson(window);
  const appParts: AppParts = {
    version: app.getVersion(),
    platform,
    serverOrigin: () => settings.current().serverOrigin,
    left: () => lock.left(),
    knownAccounts: (origin) => vaults.known(origin),
  };
  return {
    ...appHandlers(appParts),
    ...serverHandlers({
      app: appParts,
      keepOrigin: (origin) => settings.change({ serverOrigin: origin }),
      confirmMove: person.moveCentre,
      signOut: () => keeper.signOut(),
      // The answer is sent first: the page must not vanish while it waits for it.
      reload: () => setTimeout(() => reloadPage(window()), 100),
    }),
    ...sessionHandlers(keeper, lock),
    ...lockHandlers(lock),
    ...lineHandlers(netFetch, appParts.serverOrigin),
    ...journalHandlers({
      shelf,
      databaseName: () => keeper.current()?.databaseName ?? null,
      room,
      report: parts.log.fault,
    }),
    ...scanHandlers(parts.scans),
    ...courierHandlers({
      vault: () => keeper.vault(),
      choose: chooseFile(window),
      centreSpoke: (atUtc) => keeper.centreSpoke(atUtc),
    }),
    ...faultHandlers(),
    ...signingHandlers({
      host,
      dialogue,
      module: () => tokenModule({ env, packaged, settings, platform, exists }),
      doubtfulModule: () => doubtfulModule({ platform, exists }),
      isTrusted: (file) => file === settings.current().tokenModule || isKnownModule(platform, file),
      confirmModule: person.useModule,
      keepModule: (file) => settings.change({ tokenModule: file }),
    }),
  };
}
