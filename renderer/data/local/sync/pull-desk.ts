/**
 * Gathers the pulls of all streams into one request: asking for 20 units and five streams with nothing new
 * is one round trip. A stream that has come to its end leaves the round; the others do not wait for it.
 */
import {
  pullResponseSchema,
  type Cursors,
  type PullRequest,
  type PullResponse,
  type StreamName,
} from '../../../../shared/contract/sync.ts';
import type { Result } from '../../../../shared/errors/index.ts';
import type { GatewayClient } from '../../gateway/gateway-client.ts';
import type { ClockSample } from '../../../../shared/clock/centre-clock.ts';
import type { Connection } from './connection.ts';
import { createPacing } from './pacing.ts';

export type StreamPage = NonNullable<PullResponse['streams'][StreamName]>;

export interface PullDesk {
  /** These streams are about to ask. */
  begin(streams: readonly StreamName[]): void;
  /** This stream will not ask again in this round. */
  leave(stream: StreamName): void;
  /** Null when the connection was closed. Throws what kept the answer from being taken. */
  pull(stream: StreamName, cursors: Cursors): Promise<StreamPage | null>;
}

export interface PullDeskOptions {
  readonly client: GatewayClient;
  readonly connection: Connection;
  /** Told before the page is handed on. */
  readonly onAnswer: (answer: PullResponse) => Promise<void>;
  /** What the centre's clock says, and when that was by ours. */
  readonly onTime: (sample: ClockSample) => void;
  readonly nowMs: () => number;
}

/** Documents per stream and request: 500 dossiers are about 5 MB, 50 come over the slowest line in a minute. */
const pages = { first: 50, least: 5, most: 500 } as const;
/**
 * A stream that is slow to read its checkpoint or to write its page is waited for so long: with 5,000
 * dossiers on the disk 40 ms were too short, and a round with nothing new took a second request.
 */
const gatherMs = 250;

interface Question {
  readonly stream: StreamName;
  readonly cursors: Cursors;
  readonly answer: (page: StreamPage | null) => void;
  readonly fail: (error: unknown) => void;
}

const largest = ({ streams }: PullResponse): number =>
  Math.max(0, ...Object.values(streams).map(({ documents }) => documents.length));

export function createPullDesk(options: PullDeskOptions): PullDesk {
  const { client, connection, onAnswer, nowMs } = options;
  const pacing = createPacing(pages);
  const asking = new Set<StreamName>();
  let questions: Question[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function ask(sent: readonly Question[]): Promise<Result<PullResponse>> {
    const streams: PullRequest['streams'] = {};
    for (const { stream, cursors } of sent) {
      streams[stream] = { cursors: { ...cursors }, limit: pacing.size() };
    }
    const sentMs = nowMs();
    const answer = await client.post('/api/sync/pull', { streams }, pullResponseSchema);
    const receivedMs = nowMs();
    if (!answer.ok) {
      pacing.broke();
      return answer;
    }
    pacing.took(largest(answer.value), receivedMs - sentMs);
    options.onTime({ sentMs, receivedMs, centreMs: Date.parse(answer.value.serverTimeUtc) });
    return answer;
  }

  async function send(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const sent = questions;
    questions = [];
    try {
      const response = await connection.persist(() => ask(sent));
      if (response) await onAnswer(response);
      for (const { stream, cursors, answer } of sent) {
        answer(
          response &&
            (response.streams[stream] ?? { documents: [], cursors, more: false, pending: 0 }),
        );
      }
    } catch (error) {
      // A question without an answer would hold up its stream, and with it the engine, for ever.
      for (const { fail } of sent) fail(error);
    }
  }
  const sendWhenAllHaveAsked = () => {
    if (questions.length === 0) return;
    if (questions.length >= asking.size) void send();
    else timer ??= setTimeout(() => void send(), gatherMs);
  };
  return {
    begin: (streams) => {
      for (const stream of streams) asking.add(stream);
    },
    leave: (stream) => {
      asking.delete(stream);
      sendWhenAllHaveAsked();
    },
    pull: (stream, cursors) =>
      new Promise((answer, fail) => {
        questions.push({ stream, cursors, answer, fail });
        sendWhenAllHaveAsked();
      }),
  };
}
