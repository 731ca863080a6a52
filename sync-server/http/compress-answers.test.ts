import { gunzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { gzipAnswer } from './compress-answers.ts';

const words = { text: 'Nguyễn Thị Kim Ánh, văn thư. '.repeat(200) };

async function ask(accepted: string | undefined, body: object = words) {
  const app = fastify();
  app.get('/', { onSend: gzipAnswer }, async () => body);
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
  const answer = await app.inject({ url: '/', headers });
  await app.close();
  return answer;
}

describe('answers over a thin line', () => {
  it.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8'])(
    'are gzip for “%s”',
    async (accepted) => {
      const answer = await ask(accepted);
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(JSON.parse(gunzipSync(answer.rawPayload).toString())).toEqual(words);
      expect(answer.rawPayload.length).toBeLessThan(JSON.stringify(words).length / 10);
    },
  );

  it.each([undefined, 'identity', 'br', 'gzip;q=0'])('are plain for “%s”', async (accepted) => {
    const answer = await ask(accepted);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.json()).toEqual(words);
  });

  it('are plain when short', async () => {
    expect((await ask('gzip', { a: 1 })).headers['content-encoding']).toBeUndefined();
  });
});
