/** The desktop's data: RxDB on this disk, exchanging with the centre. */
import type { DeviceSession, HosoBridge } from '../../../shared/contract/ipc.ts';
import { done, type Problem, type Result } from '../../../shared/errors/index.ts';
import type { TokenProvider } from '../gateway/token-provider.ts';
import type { DataPort } from '../port/data-port.ts';
import { bridgeScans } from './bridge-scans.ts';
import { bridgeStick } from './courier/stick.ts';
import { openLocalData, type LocalDataOptions } from './open-local-data.ts';
import { bridgeJournal } from './store/bridge-journal.ts';
import { reachOverBridge } from './store/fault-points.ts';
import type { Sealer } from './store/sealer.ts';

export type { Journal, JournalEntry } from './store/journal.ts';
export type { Sealer };
export { importSealingKey, webCryptoSealer } from './store/web-crypto-sealer.ts';
export type { TokenProvider };
export { openLocalData, type LocalDataOptions };

/** Tokens come from the main process, which holds the refresh token. */
function bridgeTokens(bridge: HosoBridge, first: string | null): TokenProvider {
  let token = first;
  let running: Promise<Result<string>> | null = null;

  async function ask(): Promise<Result<string>> {
    const answer = await bridge.invoke('session.token', undefined);
    running = null;
    if (!answer.ok) return answer;
    token = answer.value.accessToken;
    return done(token);
  }
  const askOnce = () => (running ??= ask());
  return {
    current: () => (token === null ? askOnce() : Promise.resolve(done(token))),
    renew: (refused) => {
      if (token !== null && token !== refused) return Promise.resolve(done(token));
      return askOnce();
    },
  };
}

/** What a page sees of these is the same nothing; the main process sees more. */
const tellsNothing = new Set(['SERVER_UNREACHABLE', 'LINE_STALLED']);

async function lookCloser(bridge: HosoBridge, met: Problem): Promise<Problem | null> {
  if (!tellsNothing.has(met.code)) return null;
  const look = await bridge.invoke('line.look', undefined);
  if (!look.ok || look.value.problem === null) return null;
  const { code, message, details } = look.value.problem;
  return details ? { code, message, details } : { code, message };
}

export async function openLocalPort(input: {
  readonly session: DeviceSession;
  readonly bridge: HosoBridge;
  readonly serverUrl: string | null;
  readonly sealer: Sealer;
}): Promise<DataPort> {
  const { session, bridge, serverUrl, sealer } = input;
  const readRoom = async () => {
    const state = await bridge.invoke('journal.state', undefined);
    return state.ok ? state.value.room : null;
  };
  return openLocalData({
    databaseName: session.databaseName,
    sealer,
    serverUrl,
    account: session.session.account,
    tokens: bridgeTokens(bridge, session.accessToken),
    journal: bridgeJournal(bridge),
    readRoom,
    reach: await reachOverBridge(bridge),
    explainLine: (met) => lookCloser(bridge, met),
    scans: (client) => bridgeScans(bridge, client),
    stick: bridgeStick(bridge),
  });
}
