/** The port's sync state as React state. */
import { useRef, useSyncExternalStore } from 'react';
import type { SyncState } from '../data/port/data-port.ts';
import { usePort } from './session-context.ts';

const sameState = (a: SyncState, b: SyncState) =>
  (Object.keys(a) as (keyof SyncState)[]).every((key) => a[key] === b[key]);

export function useSync(): SyncState {
  const { sync } = usePort();
  const last = useRef<SyncState | null>(null);
  // The snapshot must stay the same object while nothing changed, whatever the adapter hands out.
  const read = () => {
    const state = sync.state();
    if (!last.current || !sameState(last.current, state)) last.current = state;
    return last.current;
  };
  return useSyncExternalStore((listener) => sync.subscribe(listener), read);
}
