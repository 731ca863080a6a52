/** How this PC keeps the work, in one place for the screens: room on the disk, a lost database, broken steps. */
import type { DiskRoom } from '../../../shared/contract/journal.ts';
import { problem, type Problem } from '../../../shared/errors/index.ts';
import type { KeepingMonitor, KeepingState } from '../port/data-port.ts';

export type ReadRoom = () => Promise<DiskRoom | null>;

export interface Keeping extends KeepingMonitor {
  set(change: Partial<KeepingState>): void;
  /** Why nothing may be received just now; null while there is room. */
  noRoom(): Promise<Problem | null>;
  close(): void;
}

/** The disk also fills and empties by what others do on this PC. */
const lookAgainMs = 30_000;

export function createKeeping(readRoom: ReadRoom): Keeping {
  const listeners = new Set<() => void>();
  let state: KeepingState = { room: 'enough', freeBytes: null, rebuilding: false, unreadable: 0 };

  function set(change: Partial<KeepingState>): void {
    const next = { ...state, ...change };
    const same = next.room === state.room && next.rebuilding === state.rebuilding;
    const told = !same || next.unreadable !== state.unreadable;
    state = next;
    if (told) for (const listener of listeners) listener();
  }
  async function look(): Promise<DiskRoom | null> {
    const room = await readRoom();
    if (room) set({ room: room.level, freeBytes: room.freeBytes });
    return room;
  }
  const timer = setInterval(() => void look(), lookAgainMs);
  void look();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    noRoom: async () => {
      const room = await look();
      if (room?.level !== 'full') return null;
      return problem('DISK_FULL_PAUSED', { freeMegabytes: Math.floor(room.freeBytes / 1_000_000) });
    },
    close: () => {
      clearInterval(timer);
      listeners.clear();
    },
  };
}
