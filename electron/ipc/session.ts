/** Signing in and out, and access tokens for the window's own requests. */
import { done } from '../../shared/errors/index.ts';
import type { SessionKeeper } from '../session/session-keeper.ts';
import type { Handlers } from './dispatch.ts';

type SessionChannel =
  | 'session.signIn'
  | 'session.current'
  | 'session.token'
  | 'session.changePassword'
  | 'session.signOut';

export const sessionHandlers = (keeper: SessionKeeper): Pick<Handlers, SessionChannel> => ({
  'session.signIn': (credentials) => keeper.signIn(credentials),
  'session.current': async () => done(keeper.current()),
  'session.token': () => keeper.token(),
  'session.changePassword': ({ current, next }) => keeper.changePassword(current, next),
  'session.signOut': async () => {
    await keeper.signOut();
    return done(null);
  },
});
