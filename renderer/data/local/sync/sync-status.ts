/** What the person sees of the synchronisation, in one place. */
import type { StreamName } from '../../../../shared/contract/sync.ts';
import type { Problem } from '../../../../shared/errors/index.ts';
import { observedSyncState } from '../../gateway/observed-sync-state.ts';
import { phaseOf } from '../../gateway/phase-of.ts';
import type { SyncPhase, SyncState } from '../../port/data-port.ts';

export interface SyncStatus {
  state(): SyncState;
  subscribe(listener: () => void): () => void;
  /** The centre has answered. */
  contact(): void;
  trouble(problem: Problem): void;
  /** What is being done; shown while the line holds. */
  activity(phase: SyncPhase): void;
  paused(paused: boolean): void;
  pullBegins(): void;
  received(stream: StreamName, documents: number, pending: number): void;
  counts(counts: Pick<SyncState, 'waiting' | 'refused' | 'lacking'>): void;
  clock(clockErrorMs: number): void;
  close(): void;
}

export function createSyncStatus(nowUtc: () => string, first: SyncPhase): SyncStatus {
  const { state, subscribe, set, close } = observedSyncState(first);
  let activity = first;
  let dossiers = 0;

  /** Once there is more than one page there is something to show; it stays until the pull ends. */
  const progressAfter = (pending: number): SyncState['progress'] =>
    pending > 0 || state().progress ? { done: dossiers, of: dossiers + pending } : null;
  return {
    state,
    subscribe,
    contact: () => {
      // The last answer of a line that a person has just cut: it counts, and the pause holds.
      const phase = state().phase === 'paused' ? 'paused' : activity;
      set({ lastContactUtc: nowUtc(), problem: null, phase });
    },
    trouble: (problem) => set({ phase: phaseOf(problem), problem }),
    activity: (phase) => {
      activity = phase;
      const { problem, lastContactUtc, phase: shown, progress } = state();
      if (problem !== null || lastContactUtc === null || shown === 'paused') return;
      if (phase !== shown) set({ phase, progress: phase === 'pulling' ? progress : null });
    },
    paused: (paused) => set({ phase: paused ? 'paused' : 'connecting', problem: null }),
    pullBegins: () => {
      dossiers = 0;
      set({ received: 0, progress: null });
    },
    received: (stream, documents, pending) => {
      if (documents === 0) return;
      const received = state().received + documents;
      if (stream !== 'dossier') set({ received });
      else {
        dossiers += documents;
        set({ received, progress: progressAfter(pending) });
      }
    },
    counts: (counts) => set(counts),
    clock: (clockErrorMs) => {
      if (clockErrorMs !== state().clockErrorMs) set({ clockErrorMs });
    },
    close,
  };
}
