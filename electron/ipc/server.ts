/** Setting the centre's address. */
import { done } from '../../shared/errors/index.ts';
import { serverOrigin } from '../session/server-address.ts';
import { appInfo, type AppParts } from './app.ts';
import type { Handlers } from './dispatch.ts';

export interface ServerParts {
  readonly app: AppParts;
  readonly keepOrigin: (origin: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Loads the main window anew once the answer has left. */
  readonly reload: () => void;
}

export const serverHandlers = (parts: ServerParts): Pick<Handlers, 'server.configure'> => ({
  'server.configure': async ({ url }) => {
    const origin = serverOrigin(url);
    if (!origin.ok) return origin;
    if (origin.value !== parts.app.serverOrigin()) {
      // A session belongs to the centre that opened it.
      await parts.signOut();
      await parts.keepOrigin(origin.value);
      parts.reload();
    }
    return done(await appInfo(parts.app));
  },
});
