/** Locking, and the page's last word before it goes. */
import { done } from '../../shared/errors/index.ts';
import type { ScreenLock } from '../session/screen-lock.ts';
import type { Handlers } from './dispatch.ts';

type LockChannel = 'lock.now' | 'leave.announced' | 'leave.ready';

export const lockHandlers = (lock: ScreenLock): Pick<Handlers, LockChannel> => ({
  'lock.now': async () => {
    await lock.lock();
    return done(null);
  },
  'leave.announced': async () => done(await lock.announced()),
  'leave.ready': async () => {
    lock.ready();
    return done(null);
  },
});
