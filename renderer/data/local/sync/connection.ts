/**
 * One sense of the line for pulling and pushing: after a failure everything waits, longer each time,
 * and a person, the live signal or the network card coming back may cut the wait short. It never gives up.
 * A person may pause it: what is under way is cut, and nothing is tried until the pause ends.
 */
import type { Problem, Result } from '../../../../shared/errors/index.ts';
import { gatewayBackOff, interruptibleWait, waitMs, type BackOff } from '../../gateway/back-off.ts';
import type { SyncStatus } from './sync-status.ts';

export interface Connection {
  succeeded(): void;
  /** Shows the problem and resolves when it is time for the next try. */
  failed(problem: Problem): Promise<void>;
  /** Tries until it succeeds; null when the connection was closed meanwhile. */
  persist<T>(attempt: () => Promise<Result<T>>): Promise<T | null>;
  /** Tries now. */
  poke(): void;
  pause(): void;
  resume(): void;
  isPaused(): boolean;
  /** Aborted while paused: no request goes out. */
  stopped(): AbortSignal;
  close(): void;
  isClosed(): boolean;
}

export interface ConnectionOptions {
  readonly status: SyncStatus;
  readonly onFailure: () => void;
  /** Finds out more about a line that just gave nothing; null when there is no more to say. */
  readonly explain?: ((problem: Problem) => Promise<Problem | null>) | undefined;
  readonly backOff?: BackOff;
  readonly random?: () => number;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { status, backOff = gatewayBackOff, random = Math.random } = options;
  let failures = 0;
  let closed = false;
  let waiting = new AbortController();
  let line = new AbortController();
  let resumed: (() => void) | null = null;
  let pause: Promise<void> | null = null;

  const isClosed = () => closed;

  async function explain(met: Problem): Promise<void> {
    const better = await options.explain?.(met);
    // Only while it is still what the person sees.
    if (better && status.state().problem === met) status.trouble(better);
  }

  async function failed(problem: Problem): Promise<void> {
    if (closed) return;
    if (!pause) {
      failures += 1;
      status.trouble(problem);
      void explain(problem);
      options.onFailure();
      waiting = new AbortController();
      await interruptibleWait(waitMs(failures, backOff, random), waiting.signal);
    }
    if (pause) await pause;
  }
  function succeeded(): void {
    failures = 0;
    if (!closed) status.contact();
  }
  function resume(): void {
    if (!pause) return;
    pause = null;
    line = new AbortController();
    failures = 0;
    status.paused(false);
    resumed?.();
  }
  return {
    failed,
    succeeded,
    isClosed,
    persist: async (attempt) => {
      while (!isClosed()) {
        if (pause) await pause;
        if (isClosed()) return null;
        const result = await attempt();
        if (isClosed()) return null;
        if (result.ok) {
          succeeded();
          return result.value;
        }
        await failed(result.problem);
      }
      return null;
    },
    poke: () => {
      failures = 0;
      waiting.abort();
    },
    pause: () => {
      if (pause || closed) return;
      pause = new Promise((resolve) => (resumed = resolve));
      line.abort();
      waiting.abort();
      status.paused(true);
      options.onFailure();
    },
    resume,
    isPaused: () => pause !== null,
    stopped: () => line.signal,
    close: () => {
      closed = true;
      waiting.abort();
      resumed?.();
    },
  };
}
