/** Signing in and out, and access tokens for the window's own requests. */
import { done } from '../../shared/errors/index.ts';
import type { ScreenLock } from '../session/screen-lock.ts';
import type { SessionKeeper } from '../session/session-keeper.ts';
import type { Handlers } from './dispatch.ts';

type SessionChannel =
  | 'session.signIn'
  | 'session.current'
  | 'session.dataKey'
  | 'session.registration'
  | 'session.token'
  | 'session.changePassword'
  | 'session.signOut'
  | 'vault.aside'
  | 'vault.bringBack';

export const sessionHandlers = (
  keeper: SessionKeeper,
  lock: ScreenLock,
): Pick<Handlers, SessionChannel> => ({
  'session.signIn': async (credentials) => {
    const signedIn = await keeper.signIn(credentials);
    if (signedIn.ok) lock.opened();
    return signedIn;
  },
  'session.current': async () => done(keeper.current()),
  'session.dataKey': async () => {
    const key = keeper.takeDataKey();
    // A Buffer may be a view of more memory than its own, all of which would be sent.
    return key.ok ? done({ key: new Uint8Array(key.value) }) : key;
  },
  'session.registration': async () => done({ problem: await keeper.registrationProblem() }),
  'session.token': () => keeper.token(),
  'session.changePassword': ({ current, next }) => keeper.changePassword(current, next),
  'vault.aside': async () => done({ setAsideAtUtc: [...(await keeper.aside())] }),
  'vault.bringBack': (passwords) => lock.bringBack(passwords),
  'session.signOut': async ({ why }) => {
    await lock.signOut(why);
    return done(null);
  },
});
