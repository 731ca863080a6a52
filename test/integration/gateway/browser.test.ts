import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCentre, type TestCentre } from '../../helpers/gateway.ts';
import { people } from './people.ts';

let centre: TestCentre;
let rendererDir: string;

beforeAll(async () => {
  rendererDir = await mkdtemp(join(tmpdir(), 'hoso-renderer-'));
  await mkdir(join(rendererDir, 'assets'));
  await writeFile(join(rendererDir, 'index.html'), '<title>Hồ sơ</title>');
  await writeFile(join(rendererDir, 'assets', 'app-1a2b.js'), 'export {};');
  centre = await startCentre([people.officer], { rendererDir });
});
afterAll(async () => {
  await centre.close();
  await rm(rendererDir, { recursive: true, force: true });
});

const page = (path: string) => fetch(centre.url + path, { headers: { accept: 'text/html' } });

describe('the served renderer', () => {
  it('is one page for every path but files and interfaces', async () => {
    for (const path of ['/', '/don-vi/H20.81', '/ho-so/dossier:1'])
      expect(await (await page(path)).text()).toContain('Hồ sơ');
    const asset = await fetch(`${centre.url}/assets/app-1a2b.js`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    for (const path of [
      '/api/khong-co',
      '/assets/khong-co.js',
      '/../package.json',
      '/%2e%2e/keys.json',
    ]) {
      const response = await fetch(centre.url + path, { headers: { accept: '*/*' } });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
  });

  it('runs no script but its own', async () => {
    const policy = (await page('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
  });

  it('says in Vietnamese that it was not built', async () => {
    await centre.restart({ rendererDir: join(rendererDir, 'assets') });
    const response = await page('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('chưa được dựng');
    await centre.restart();
  });
});

describe('other origins', () => {
  it('may ask only from the desktop window', async () => {
    for (const origin of ['app://bundle', 'https://evil.example', 'null']) {
      const response = await fetch(`${centre.url}/api/sync/push`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      expect(response.headers.get('access-control-allow-origin')).toBe('app://bundle');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });
});

describe('bodies', () => {
  it('too large or broken are told apart, and cost nothing else', async () => {
    const { session } = await centre.signIn('sonoivu');
    const send = (path: string, body: string) =>
      fetch(centre.url + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${session.accessToken}`,
          'content-type': 'application/json',
        },
        body,
      });
    const code = async (path: string, body: string) => {
      const answer = (await (await send(path, body)).json()) as { error: { code: string } };
      return answer.error.code;
    };
    expect(await code('/api/units', `"${'x'.repeat(300_000)}"`)).toBe('BODY_TOO_LARGE');
    expect(await code('/api/sync/push', '{"rows":')).toBe('INVALID_INPUT');
    expect(await code('/api/sync/push', '[')).toBe('INVALID_INPUT');
    const deep = `{"rows":[{"assumedRev":null,"doc":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]}`;
    const response = await send('/api/sync/push', deep);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      results: [{ outcome: 'refused', problem: { code: 'INVALID_INPUT' } }],
    });
  });
});
