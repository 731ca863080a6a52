/** Setting the centre's address. The first one is taken as it is; another one only with a person's word. */
import { done, failed } from '../../shared/errors/index.ts';
import { serverOrigin } from '../session/server-address.ts';
import { appInfo, type AppParts } from './app.ts';
import type { Handlers } from './dispatch.ts';

export interface ServerParts {
  readonly app: AppParts;
  readonly keepOrigin: (origin: string) => Promise<void>;
  /** Asks the person, outside the page, whether to leave the one centre for the other. */
  readonly confirmMove: (from: string, to: string) => Promise<boolean>;
  readonly signOut: () => Promise<void>;
  /** Loads the main window anew once the answer has left. */
  readonly reload: () => void;
}

export const serverHandlers = (parts: ServerParts): Pick<Handlers, 'server.configure'> => ({
  'server.configure': async ({ url }) => {
    const origin = serverOrigin(url);
    if (!origin.ok) return origin;
    const before = parts.app.serverOrigin();
    if (origin.value !== before) {
      if (before !== null && !(await parts.confirmMove(before, origin.value))) {
        return failed('NOT_AGREED');
      }
      // A session belongs to the centre that opened it.
      await parts.signOut();
      await parts.keepOrigin(origin.value);
      parts.reload();
    }
    return done(await appInfo(parts.app));
  },
});
