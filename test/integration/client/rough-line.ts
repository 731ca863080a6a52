/** What stands between an office and the centre, and misbehaves when told to. Only the transport is played. */
import { problem } from '../../../shared/errors/index.ts';

export type Fault =
  'down' | 'html' | 'cutShort' | 'unauthorized' | 'serverError' | 'badGateway' | 'tooLarge';

export interface RoughLine {
  readonly fetch: typeof fetch;
  /** Paths asked since the last `forget`. */
  readonly asked: readonly string[];
  forget(): void;
  /** The next answers for paths that contain `part`. */
  meet(part: string, ...faults: readonly Fault[]): void;
  /** Bodies above this size are refused as a proxy does. */
  limitBody(bytes: number): void;
  cut(): void;
  mend(): void;
}

const htmlPage = '<!doctype html><html><title>Wi-Fi</title><body>Vui lòng đăng nhập</body></html>';

function faultyAnswer(fault: Fault): Response {
  switch (fault) {
    case 'html':
      return new Response(htmlPage, { headers: { 'content-type': 'text/html' } });
    case 'cutShort':
      return new Response('{"epoch":"x","streams":{"change":{"docum');
    case 'unauthorized':
      return Response.json({ error: problem('SESSION_EXPIRED') }, { status: 401 });
    case 'serverError':
      return Response.json({ error: problem('INTERNAL', { incident: 'x' }) }, { status: 500 });
    case 'badGateway':
      return new Response(htmlPage, { status: 502 });
    case 'tooLarge':
      return new Response(htmlPage, { status: 413 });
    case 'down':
      throw new TypeError('fetch failed');
  }
}

export function roughLine(): RoughLine {
  const queued: { readonly part: string; readonly fault: Fault }[] = [];
  const asked: string[] = [];
  const open = new Set<AbortController>();
  let limit = Infinity;
  let isCut = false;

  const send: typeof fetch = async (input, init) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    asked.push(path);
    if (isCut) throw new TypeError('fetch failed');
    const index = queued.findIndex(({ part }) => path.includes(part));
    const [met] = index < 0 ? [] : queued.splice(index, 1);
    if (met) return faultyAnswer(met.fault);
    if (typeof init?.body === 'string' && init.body.length > limit) return faultyAnswer('tooLarge');
    const line = new AbortController();
    open.add(line);
    const signals = [line.signal, ...(init?.signal ? [init.signal] : [])];
    return fetch(input, { ...init, signal: AbortSignal.any(signals) });
  };
  return {
    fetch: send,
    asked,
    forget: () => void asked.splice(0),
    meet: (part, ...faults) => void queued.push(...faults.map((fault) => ({ part, fault }))),
    limitBody: (bytes) => void (limit = bytes),
    cut: () => {
      isCut = true;
      for (const line of open) line.abort();
      open.clear();
    },
    mend: () => void (isCut = false),
  };
}
