/**
 * Gathers the pulls of all streams into one request: asking for 20 units and four streams with nothing new
 * is one round trip. A stream that has come to its end leaves the round; the others do not wait for it.
 */
import {
  pullResponseSchema,
  type Cursors,
  type PullRequest,
  type PullResponse,
  type StreamName,
} from '../../../../shared/contract/sync.ts';
import type { GatewayClient } from '../../gateway/gateway-client.ts';
import type { Connection } from './connection.ts';

export type StreamPage = NonNullable<PullResponse['streams'][StreamName]>;

export interface PullDesk {
  /** These streams are about to ask. */
  begin(streams: readonly StreamName[]): void;
  /** This stream will not ask again in this round. */
  leave(stream: StreamName): void;
  /** Null when the connection was closed. */
  pull(stream: StreamName, cursors: Cursors): Promise<StreamPage | null>;
}

export interface PullDeskOptions {
  readonly client: GatewayClient;
  readonly connection: Connection;
  /** Told before the page is handed on. */
  readonly onAnswer: (epoch: string) => Promise<void>;
}

/** Documents per stream and request: 500 dossiers are about 5 MB. */
const pageSize = 500;
/**
 * A stream that is slow to read its checkpoint or to write its page is waited for so long: with 5,000
 * dossiers on the disk 40 ms were too short, and a round with nothing new took a second request.
 */
const gatherMs = 250;

interface Question {
  readonly stream: StreamName;
  readonly cursors: Cursors;
  readonly answer: (page: StreamPage | null) => void;
}

export function createPullDesk({ client, connection, onAnswer }: PullDeskOptions): PullDesk {
  const asking = new Set<StreamName>();
  let questions: Question[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function send(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const sent = questions;
    questions = [];
    const streams: PullRequest['streams'] = {};
    for (const { stream, cursors } of sent) {
      streams[stream] = { cursors: { ...cursors }, limit: pageSize };
    }
    const response = await connection.persist(() =>
      client.post('/api/sync/pull', { streams }, pullResponseSchema),
    );
    if (response) await onAnswer(response.epoch);
    for (const { stream, cursors, answer } of sent) {
      answer(response && (response.streams[stream] ?? { documents: [], cursors, more: false }));
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
      new Promise((answer) => {
        questions.push({ stream, cursors, answer });
        sendWhenAllHaveAsked();
      }),
  };
}
