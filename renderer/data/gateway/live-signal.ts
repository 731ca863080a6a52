/**
 * Keeps one live line to the centre open and says when something changed there.
 * The line carries no documents: a lost signal costs nothing but the time until the next pull.
 */
import { liveEventSchema } from '../../../shared/contract/sync.ts';
import { done, type Problem, type Result } from '../../../shared/errors/index.ts';
import { gatewayBackOff, interruptibleWait, waitMs, type BackOff } from './back-off.ts';
import { readEventStream, type ServerEvent } from './event-stream.ts';
import type { GatewayClient } from './gateway-client.ts';
import { unreachable } from './read-answer.ts';

export interface LiveListener {
  /** The line stands (again): what changed meanwhile is unknown, so pull. */
  opened(): void;
  changed(databases: readonly string[]): void;
  lost(problem: Problem): void;
}

export interface LiveOptions {
  readonly client: GatewayClient;
  readonly listener: LiveListener;
  readonly backOff?: BackOff;
  readonly random?: () => number;
  /** The gateway sends a heartbeat every 15 s; three missing ones mean a dead line. */
  readonly silenceMs?: number;
}

export interface LiveSignal {
  /** Tries now if the line is down. */
  poke(): void;
  close(): void;
}

function readDatabases(event: ServerEvent): readonly string[] | null {
  if (event.name !== 'changed') return null;
  try {
    const parsed = liveEventSchema.safeParse(JSON.parse(event.data));
    return parsed.success ? parsed.data.databases : [];
  } catch {
    // Cut short by a dying line: something changed, what is unknown.
    return [];
  }
}

/** One connection, from opening to its end. */
async function listenOnce(options: LiveOptions, stop: AbortController): Promise<Result<null>> {
  const { client, listener, silenceMs = 45_000 } = options;
  let watchdog = setTimeout(() => stop.abort(), silenceMs);
  const answer = await client.open('/api/sync/live', stop.signal);
  try {
    if (!answer.ok) return answer;
    if (!answer.value.ok || !answer.value.body) return unreachable(`live ${answer.value.status}`);
    listener.opened();
    await readEventStream(answer.value.body, {
      heartbeat: () => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => stop.abort(), silenceMs);
      },
      event: (event) => {
        const databases = readDatabases(event);
        if (databases) listener.changed(databases);
      },
    });
    return done(null);
  } catch (error) {
    return unreachable(error instanceof Error ? error.name : 'live line broken');
  } finally {
    clearTimeout(watchdog);
  }
}

export function openLiveSignal(options: LiveOptions): LiveSignal {
  const { listener, backOff = gatewayBackOff, random = Math.random } = options;
  const ended = new AbortController();
  let failures = 0;
  let waiting = new AbortController();
  let line = new AbortController();

  const isEnded = () => ended.signal.aborted;

  async function run(): Promise<void> {
    while (!isEnded()) {
      line = new AbortController();
      const startedAtMs = Date.now();
      const outcome = await listenOnce(options, line);
      if (isEnded()) return;
      // A line that stood for a while was a good one: begin the back-off anew.
      failures = Date.now() - startedAtMs > backOff.longestMs ? 1 : failures + 1;
      listener.lost(outcome.ok ? unreachable('live line ended').problem : outcome.problem);
      waiting = new AbortController();
      await interruptibleWait(waitMs(failures, backOff, random), waiting.signal);
    }
  }
  void run();

  return {
    poke: () => {
      failures = 0;
      waiting.abort();
    },
    close: () => {
      ended.abort();
      line.abort();
      waiting.abort();
    },
  };
}
