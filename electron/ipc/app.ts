/** What the program tells of itself before anyone is signed in. */
import type { AppInfo, LeftSession } from '../../shared/contract/ipc.ts';
import { done } from '../../shared/errors/index.ts';
import type { KnownAccount } from '../vault/vault-store.ts';
import type { Handlers } from './dispatch.ts';

export interface AppParts {
  readonly version: string;
  readonly platform: string;
  readonly serverOrigin: () => string | null;
  readonly left: () => LeftSession | null;
  readonly knownAccounts: (serverOrigin: string) => Promise<readonly KnownAccount[]>;
}

export async function appInfo(parts: AppParts): Promise<AppInfo> {
  const serverUrl = parts.serverOrigin();
  const known = serverUrl === null ? [] : await parts.knownAccounts(serverUrl);
  return {
    version: parts.version,
    platform: parts.platform,
    serverUrl,
    knownAccounts: [...known],
    left: parts.left(),
  };
}

export const appHandlers = (parts: AppParts): Pick<Handlers, 'app.info'> => ({
  'app.info': async () => done(await appInfo(parts)),
});
