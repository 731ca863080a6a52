/**
 * One sense of the line for pulling and pushing: after a failure everything waits, longer each time,
 * and a person, the live signal or the network card coming back may cut the wait short. It never gives up.
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
  close(): void;
  isClosed(): boolean;
}

export interface ConnectionOptions {
  readonly status: SyncStatus;
  readonly onFailure: () => void;
  readonly backOff?: BackOff;
  readonly random?: () => number;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { status, backOff = gatewayBackOff, random = Math.random } = options;
  let failures = 0;
  let closed = false;
  let waiting = new AbortController();

  const isClosed = () => closed;
  async function failed(problem: Problem): Promise<void> {
    if (closed) return;
    failures += 1;
    status.trouble(problem);
    options.onFailure();
    waiting = new AbortController();
    await interruptibleWait(waitMs(failures, backOff, random), waiting.signal);
  }
  function succeeded(): void {
    failures = 0;
    if (!closed) status.contact();
  }
  return {
    failed,
    succeeded,
    isClosed,
    persist: async (attempt) => {
      while (!isClosed()) {
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
    close: () => {
      closed = true;
      waiting.abort();
    },
  };
}
