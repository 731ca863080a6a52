import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done, failed, problem, type Result } from '../../../shared/errors/index.ts';
import { createGatewayClient } from './gateway-client.ts';
import type { TokenProvider } from './token-provider.ts';

const schema = z.object({ good: z.boolean() });

const html = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
const movedTo = (location: string) => new Response(null, { status: 302, headers: { location } });

/** An answer that comes letter by letter. */
const trickling = (text: string, everyMs: number) => {
  const letters = text.split('');
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await new Promise((go) => setTimeout(go, everyMs));
      const letter = letters.shift();
      if (letter === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(letter));
    },
  });
  return new Response(body);
};

/** As fetch does it: the signal ends the body, too. */
const abortable = (answer: Response, signal: AbortSignal | null | undefined): Response =>
  answer.body && answer.status === 200 && signal
    ? new Response(answer.body.pipeThrough(new TransformStream(), { signal }), {
        headers: answer.headers,
      })
    : answer;

function clientOver(
  answers: readonly (Response | Error)[],
  renewed: Result<string> = done('two'),
  stallMs = 30_000,
) {
  const sent: string[] = [];
  let next = 0;
  const tokens: TokenProvider = {
    current: () => Promise.resolve(done('one')),
    renew: () => Promise.resolve(renewed),
  };
  const client = createGatewayClient({
    serverUrl: 'http://centre',
    tokens,
    stallMs,
    fetch: (_url, init) => {
      sent.push(new Headers(init?.headers).get('authorization') ?? '');
      const answer = answers[next];
      next += 1;
      return answer instanceof Response
        ? Promise.resolve(abortable(answer, init?.signal))
        : Promise.reject(answer ?? new Error());
    },
  });
  return { sent, ask: () => client.post('/x', {}, schema) };
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);

describe('asking the gateway', () => {
  it('gives the parsed answer', async () => {
    const { ask } = clientOver([Response.json({ good: true })]);
    expect(await ask()).toEqual(done({ good: true }));
  });

  it.each([
    ['a broken line', new TypeError('fetch failed'), 'SERVER_UNREACHABLE'],
    ['a portal that answers with HTML', new Response('<html>Wi-Fi</html>'), 'CAPTIVE_PORTAL'],
    ['a portal’s text/html', html('Xin chào'), 'CAPTIVE_PORTAL'],
    ['a portal that leads elsewhere', movedTo('http://wifi.example/'), 'CAPTIVE_PORTAL'],
    ['a network that says so', new Response('{}', { status: 511 }), 'CAPTIVE_PORTAL'],
    ['a proxy that wants a password', html('407', 407), 'CAPTIVE_PORTAL'],
    ['a proxy’s error page', html('502', 502), 'CENTRE_IN_TROUBLE'],
    [
      'JSON of a proxy in front',
      Response.json({ message: 'x' }, { status: 503 }),
      'CENTRE_IN_TROUBLE',
    ],
    ['JSON cut short', new Response('{"good": tr'), 'ANSWER_CUT_SHORT'],
    ['an empty answer', new Response(''), 'ANSWER_CUT_SHORT'],
    ['JSON of somebody else', Response.json({ login: 'required' }), 'ANSWER_NOT_UNDERSTOOD'],
    [
      'a route that somebody else lacks',
      new Response('Not found', { status: 404 }),
      'ANSWER_NOT_UNDERSTOOD',
    ],
  ])('takes %s for what it is, never for data', async (_, answer, code) => {
    const { ask } = clientOver([answer]);
    expect(codeOf(await ask())).toBe(code);
  });

  it('waits for an answer that keeps coming, however long it takes', async () => {
    const { ask } = clientOver([trickling('{"good":true}', 30)], done('two'), 100);
    expect(codeOf(await ask())).toBe('ok');
  });

  it('cuts a line on which nothing comes any more', async () => {
    const { ask } = clientOver([trickling('{"good":true}', 300)], done('two'), 100);
    expect(codeOf(await ask())).toBe('LINE_STALLED');
  });

  it('hands on the gateway’s own problem', async () => {
    const body = { error: problem('FORBIDDEN') };
    const { ask } = clientOver([Response.json(body, { status: 403 })]);
    expect(codeOf(await ask())).toBe('FORBIDDEN');
  });

  it('knows a body too large, whoever says so', async () => {
    const { ask } = clientOver([new Response('<html>too large</html>', { status: 413 })]);
    expect(codeOf(await ask())).toBe('BODY_TOO_LARGE');
  });

  it('renews the token once after a 401', async () => {
    const { ask, sent } = clientOver([
      new Response(null, { status: 401 }),
      Response.json({ good: true }),
    ]);
    expect(codeOf(await ask())).toBe('ok');
    expect(sent).toEqual(['Bearer one', 'Bearer two']);
  });

  it('asks for signing in when the new token is refused, too', async () => {
    const refused = () => new Response(null, { status: 401 });
    expect(codeOf(await clientOver([refused(), refused()]).ask())).toBe('SESSION_EXPIRED');
    const gone = clientOver([refused()], failed('SESSION_EXPIRED'));
    expect(codeOf(await gone.ask())).toBe('SESSION_EXPIRED');
  });
});
