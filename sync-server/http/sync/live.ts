/**
 * The live signal: server-sent events that name databases with news, never what is in them. A stream ends with
 * the access token it was opened with, or when the session is revoked; the client then comes back with a new one.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../accounts/sign-in.ts';
import { serverDatabases } from '../../documents/databases.ts';
import type { Services } from '../services.ts';
import { mayHearOf } from './readable.ts';

const { accounts, sessions } = serverDatabases;
const heartbeatMs = 15_000;
/** News of the same moment go out together. */
const gatherMs = 50;
/** Streams of one session: windows of one person. The oldest ends when one more is opened. */
const mostOfSession = 5;
/** Another gateway may have revoked the session. */
const recheckMs = 5_000;
/** After a session or account was written here; a rush of sign-ins is one check. */
const recheckSoonMs = 200;

interface Listener {
  principal: Principal;
  readonly token: string;
  readonly response: ServerResponse;
  readonly news: Set<string>;
  timer: NodeJS.Timeout | null;
}

export type LiveSignal = ReturnType<typeof openLiveSignal>;

export function openLiveSignal({ store, signIn, nowMs }: Services) {
  const listeners = new Set<Listener>();
  let soon: NodeJS.Timeout | null = null;

  const send = (listener: Listener) => {
    listener.timer = null;
    const databases = [...listener.news];
    listener.news.clear();
    listener.response.write(`event: changed\ndata: ${JSON.stringify({ databases })}\n\n`);
  };
  const end = (listener: Listener) => {
    listeners.delete(listener);
    if (listener.timer) clearTimeout(listener.timer);
    listener.response.end();
  };
  const stopListening = store.onWrite((database) => {
    if (database === sessions || database === accounts)
      soon ??= setTimeout(() => void recheck(), recheckSoonMs);
    for (const listener of listeners) {
      if (!mayHearOf(listener.principal.subject, database)) continue;
      listener.news.add(database);
      listener.timer ??= setTimeout(send, gatherMs, listener);
    }
  });

  /** Rights may have changed, too: the principal is made anew. */
  async function recheckOne(listener: Listener): Promise<void> {
    try {
      if (nowMs() >= listener.principal.expiresAtMs) end(listener);
      else listener.principal = await signIn.authenticate(listener.token);
    } catch {
      // Whatever went wrong, an open stream is not worth trusting: the client asks again.
      end(listener);
    }
  }
  async function recheck(): Promise<void> {
    soon = null;
    await Promise.all([...listeners].map(recheckOne));
  }

  const heartbeat = setInterval(() => {
    for (const { response } of listeners) response.write(': still here\n\n');
  }, heartbeatMs);
  const checker = setInterval(() => void recheck(), recheckMs);

  return {
    attach(request: FastifyRequest, reply: FastifyReply, principal: Principal, token: string) {
      reply.hijack();
      const response = reply.raw;
      // What the plugins have set so far (CORS, security headers) must go out, too.
      response.writeHead(200, {
        ...headersOf(reply),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write(': open\n\n');
      const listener: Listener = { principal, token, response, news: new Set(), timer: null };
      listeners.add(listener);
      const own = [...listeners].filter((each) => each.principal.session === principal.session);
      for (const old of own.slice(0, -mostOfSession)) end(old);
      request.raw.on('close', () => end(listener));
    },
    close() {
      stopListening();
      clearInterval(heartbeat);
      clearInterval(checker);
      if (soon) clearTimeout(soon);
      for (const listener of listeners) end(listener);
    },
  };
}

function headersOf(reply: FastifyReply): Record<string, string | number | string[]> {
  const set = Object.entries(reply.getHeaders());
  return Object.fromEntries(
    set.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
