/** Signing in and out, and access tokens for the window's own requests. */
import { done } from '../../shared/errors/index.ts';
import type { SessionKeeper } from '../session/session-keeper.ts';
import type { Handlers } from './dispatch.ts';

type SessionChannel =
  | 'session.signIn'
  | 'session.current'
  | 'session.dataKey'
  | 'session.token'
  | 'session.changePassword'
  | 'session.signOut';

export const sessionHandlers = (keeper: SessionKeeper): Pick<Handlers, SessionChannel> => ({
  'session.signIn': (credentials) => keeper.signIn(credentials),
  'session.current': async () => done(keeper.current()),
  'session.dataKey': async () => {
    const key = keeper.takeDataKey();
    // A Buffer may be a view of more memory than its own, all of which would be sent.
    return key.ok ? done({ key: new Uint8Array(key.value) }) : key;
  },
  'session.token': () => keeper.token(),
  'session.changePassword': ({ current, next }) => keeper.changePassword(current, next),
  'session.signOut': async () => {
    await keeper.signOut();
    return done(null);
  },
});
