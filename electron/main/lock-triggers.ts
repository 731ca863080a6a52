/** What locks the program without a person's wish: nobody at the window for too long, the PC locked or put to sleep. */
import { powerMonitor, type WebContents } from 'electron';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { idleLockOn } from '../../shared/regulation/idle-lock.ts';
import { idleWatch, type IdleWatch } from '../session/idle-watch.ts';

const minuteMs = 60_000;

export function watchForLock(contents: WebContents, lock: () => void): Pick<IdleWatch, 'close'> {
  const watch = idleWatch({
    // The wall clock goes on while the PC sleeps.
    nowMs: () => Date.now(),
    limitMs: () => idleLockOn(civilDateInVietnam(new Date().toISOString())).value * minuteMs,
    onIdle: lock,
  });
  // Seen here, before the page: it can neither make such events nor keep them away.
  contents.on('input-event', watch.touched);
  contents.on('before-input-event', watch.touched);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  return {
    close: () => {
      watch.close();
      powerMonitor.off('lock-screen', lock);
      powerMonitor.off('suspend', lock);
    },
  };
}
