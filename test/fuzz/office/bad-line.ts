/** What stands between an office and the centre, misbehaving as told. Only the transport is played. */
import { problem } from '../../../shared/errors/index.ts';
import { pushResponseSchema, type PushResult } from '../../../shared/contract/sync.ts';
import type { Line } from '../plan.ts';
import type { Random } from '../random.ts';

export interface BadLine {
  readonly fetch: typeof fetch;
  set(line: Line): void;
  /** No request leaves any more, and no answer arrives: the program was killed. */
  end(): void;
}

export interface BadLineOptions {
  readonly random: Random;
  /** Rows whose answer reached the office. */
  readonly onAnswers: (results: readonly PushResult[]) => void;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const noLine = () => new TypeError('fetch failed');

function faultOfCentre(random: Random): Response {
  const incident = problem('INTERNAL', { incident: 'x' });
  const page = '<!doctype html><title>Wi-Fi</title>';
  const answers = [
    () => Response.json({ error: incident }, { status: 500 }),
    () => new Response(page, { status: 502 }),
    () => new Response(page, { headers: { 'content-type': 'text/html' } }),
    () => new Response(page, { status: 413 }),
  ];
  return (answers[Math.floor(random() * answers.length)] ?? (() => Response.error()))();
}

async function cutShort(answer: Response, random: Random): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(random() * text.length)), {
    status: answer.status,
    headers: answer.headers,
  });
}

export function badLine({ random, onAnswers }: BadLineOptions): BadLine {
  let line: Line = 'good';
  let ended = false;
  const open = new Set<AbortController>();

  async function throughFaults(send: () => Promise<Response>): Promise<Response> {
    switch (line) {
      case 'good':
      case 'cut':
        return send();
      case 'twice': {
        const [first, second] = await Promise.all([send(), send()]);
        return random() < 0.5 ? first : second;
      }
      case 'late': {
        const answer = await send();
        await wait(random() * 80);
        return answer;
      }
      case 'lossy': {
        const luck = random();
        if (luck < 0.2) throw noLine();
        const answer = await send();
        if (luck < 0.4) throw noLine();
        return luck < 0.55 ? cutShort(answer, random) : answer;
      }
      case 'failing':
        return random() < 0.45 ? faultOfCentre(random) : send();
    }
  }

  async function note(path: string, answer: Response): Promise<void> {
    if (!path.endsWith('/push') || !answer.ok) return;
    const body: unknown = await answer
      .clone()
      .json()
      .catch(() => null);
    const parsed = pushResponseSchema.safeParse(body);
    if (parsed.success) onAnswers(parsed.data.results);
  }

  const send: typeof fetch = async (input, init) => {
    if (ended || line === 'cut') throw noLine();
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    const own = new AbortController();
    open.add(own);
    const signals = [own.signal, ...(init?.signal ? [init.signal] : [])];
    const through = () => fetch(input, { ...init, signal: AbortSignal.any(signals) });
    // The live line carries no documents; it is only cut.
    if (path.endsWith('/live')) return through();
    const answer = await throughFaults(through);
    if (own.signal.aborted) throw noLine();
    open.delete(own);
    await note(path, answer);
    return answer;
  };
  const abortAll = () => {
    for (const each of open) each.abort();
    open.clear();
  };
  return {
    fetch: send,
    set: (next) => {
      line = next;
      if (next === 'cut') abortAll();
    },
    end: () => {
      ended = true;
      abortAll();
    },
  };
}
