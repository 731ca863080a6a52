import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done, failed, problem, type Result } from '../../../shared/errors/index.ts';
import { createGatewayClient } from './gateway-client.ts';
import type { TokenProvider } from './token-provider.ts';

const schema = z.object({ good: z.boolean() });

function clientOver(answers: readonly (Response | Error)[], renewed: Result<string> = done('two')) {
  const sent: string[] = [];
  let next = 0;
  const tokens: TokenProvider = {
    current: () => Promise.resolve(done('one')),
    renew: () => Promise.resolve(renewed),
  };
  const client = createGatewayClient({
    serverUrl: 'http://centre',
    tokens,
    fetch: (_url, init) => {
      sent.push(new Headers(init?.headers).get('authorization') ?? '');
      const answer = answers[next];
      next += 1;
      return answer instanceof Response
        ? Promise.resolve(answer)
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
    ['a broken line', new TypeError('fetch failed')],
    ['a portal that answers with HTML', new Response('<html>Đăng nhập Wi-Fi</html>')],
    ['a proxy’s error page', new Response('<html>502</html>', { status: 502 })],
    ['JSON cut short', new Response('{"good": tr')],
    ['JSON of somebody else', Response.json({ login: 'required' })],
  ])('takes %s for an unreachable centre, not for data', async (_, answer) => {
    const { ask } = clientOver([answer]);
    expect(codeOf(await ask())).toBe('SERVER_UNREACHABLE');
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
