import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  call,
  clientOf,
  codeOf,
  startCentre,
  testPassword,
  type Answer,
  type TestCentre,
} from '../../helpers/gateway.ts';
import { sessionSchema } from '../../../shared/contract/session.ts';
import { everyone } from './people.ts';

let centre: TestCentre;
let aheadMs = 0;

beforeAll(async () => {
  const fresh = { user: 'nguoi.moi', name: 'Người Mới', mustChangePassword: true };
  const accounts = [
    ...everyone,
    { ...fresh, grants: [{ role: 'clerk', unit: 'H20.81' }] as const },
  ];
  centre = await startCentre(accounts, { nowMs: () => Date.now() + aheadMs });
});
beforeEach(() => {
  aheadMs = 0;
});
afterAll(() => centre.close());

const post = (path: string, body: object, token?: string) =>
  call(centre.url, 'POST', path, token === undefined ? { body } : { body, token });
const trySignIn = (user: string, password: string) =>
  post('/api/session', { user, password, client: 'desktop' });

describe('signing in', () => {
  it('gives an access token and, on the desktop, a refresh token', async () => {
    const { session, call: ask } = await centre.signIn('VANTHU.TRUONG ');
    expect(session.refreshToken).toMatch(/^[0-9a-f]{32}\.[\w-]{43}$/);
    expect((await ask('GET', '/api/me')).body).toMatchObject({ account: 'vanthu.truong' });
  });

  it('says the same of a wrong password and of a name that does not exist', async () => {
    const [wrong, unknown] = [
      await trySignIn('sonoivu', 'Sai@12345'),
      await trySignIn('khongco', 'Sai@12345'),
    ];
    expect(wrong).toEqual(unknown);
    expect(codeOf(wrong)).toBe('SIGN_IN_FAILED');
  });

  /** A minute between the tries, as long as the account must wait at most. */
  async function fiveWrong(user: string): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      aheadMs += 61_000;
      answers.push(await trySignIn(user, 'Sai@12345'));
    }
    return answers;
  }

  it('locks after five wrong tries, over a restart, until someone with the right unlocks', async () => {
    const codes = (await fiveWrong('vanthu.khac')).map(codeOf);
    expect(codes).toEqual([...Array<string>(4).fill('SIGN_IN_FAILED'), 'ACCOUNT_LOCKED']);
    await centre.restart();
    expect(codeOf(await trySignIn('vanthu.khac', testPassword))).toBe('ACCOUNT_LOCKED');
    const admin = await centre.signIn('quantri.myan');
    const unlocked = await admin.call('POST', '/api/accounts/vanthu.khac/unlock');
    expect(unlocked).toMatchObject({ status: 200, body: { locked: false } });
    expect((await trySignIn('vanthu.khac', testPassword)).status).toBe(200);
  });

  it('answers five wrong tries at a name that nobody has with the same words', async () => {
    const nobody = await fiveWrong('khong.co.ai');
    expect(nobody).toEqual(await fiveWrong('hieutruong'));
    expect(codeOf(nobody.at(-1) ?? { status: 0, body: {} })).toBe('ACCOUNT_LOCKED');
  });

  it('opens a lock by itself after twelve hours: nobody is shut out for ever', async () => {
    await fiveWrong('quantri.myan');
    expect(codeOf(await trySignIn('quantri.myan', testPassword))).toBe('ACCOUNT_LOCKED');
    aheadMs += 12 * 3_600_000;
    expect((await trySignIn('quantri.myan', testPassword)).status).toBe(200);
  });

  it('makes an account wait after the second wrong try, the right password too', async () => {
    for (const password of ['Sai@12345', 'Sai@12346']) await trySignIn('vanthu.truong', password);
    expect(codeOf(await trySignIn('vanthu.truong', testPassword))).toBe('TOO_MANY_REQUESTS');
    aheadMs = 5_000;
    expect((await trySignIn('vanthu.truong', testPassword)).status).toBe(200);
  });

  it('limits how often one may try', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 21; attempt += 1)
      answers.push(
        await post('/api/session', { user: 'doan.mo', password: 'x', client: 'desktop' }),
      );
    expect(codeOf(answers.at(-1) ?? { status: 0, body: {} })).toBe('TOO_MANY_REQUESTS');
    expect((await trySignIn('sonoivu', testPassword)).status).toBe(200);
  }, 120_000);

  it('refuses what is not a sign-in without repeating it', async () => {
    const answer = await post('/api/session', {
      user: 'a',
      password: ['Bí mật'],
      client: 'desktop',
    });
    expect(codeOf(answer)).toBe('INVALID_INPUT');
    expect(JSON.stringify(answer.body)).not.toContain('Bí mật');
  });
});

describe('staying signed in', () => {
  it('ends the access token after ten minutes; the refresh token brings another', async () => {
    const client = await centre.signIn('sonoivu');
    aheadMs = 11 * 60_000;
    expect(codeOf(await client.call('GET', '/api/me'))).toBe('SESSION_EXPIRED');
    const { refreshToken } = client.session;
    const answer = await post('/api/session/refresh', { refreshToken });
    const renewed = clientOf(centre.url, sessionSchema.parse(answer.body));
    expect((await renewed.call('GET', '/api/me')).status).toBe(200);
  });

  it('ends the session when an old refresh token is used again', async () => {
    const { session } = await centre.signIn('sonoivu');
    const first = await post('/api/session/refresh', { refreshToken: session.refreshToken });
    const renewed = clientOf(centre.url, sessionSchema.parse(first.body));
    aheadMs = 3 * 60_000;
    const stolen = await post('/api/session/refresh', { refreshToken: session.refreshToken });
    expect(codeOf(stolen)).toBe('SESSION_EXPIRED');
    expect(codeOf(await renewed.call('GET', '/api/me'))).toBe('SESSION_EXPIRED');
    const { refreshToken } = renewed.session;
    expect(codeOf(await post('/api/session/refresh', { refreshToken }))).toBe('SESSION_EXPIRED');
  });

  it('forgives a weak line: the answer with the new token may be lost, even twice', async () => {
    const { session } = await centre.signIn('sonoivu');
    const { refreshToken } = session;
    const lost = sessionSchema.parse((await post('/api/session/refresh', { refreshToken })).body);
    await post('/api/session/refresh', { refreshToken });
    aheadMs = 60_000;
    const third = await post('/api/session/refresh', { refreshToken });
    const renewed = clientOf(centre.url, sessionSchema.parse(third.body));
    expect((await renewed.call('GET', '/api/me')).status).toBe(200);
    // Whoever got the lost answer after all is the second holder: the session ends.
    const second = await post('/api/session/refresh', { refreshToken: lost.refreshToken });
    expect(codeOf(second)).toBe('SESSION_EXPIRED');
    expect(codeOf(await renewed.call('GET', '/api/me'))).toBe('SESSION_EXPIRED');
  });

  it('keeps a browser its refresh token in a cookie that no script reads', async () => {
    const response = await fetch(`${centre.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'sonoivu', password: testPassword, client: 'browser' }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api\/session/);
    expect(await response.json()).not.toHaveProperty('refreshToken');
    const again = await fetch(`${centre.url}/api/session/refresh`, {
      method: 'POST',
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    expect(again.status).toBe(200);
  });

  it('is over with signing out, with being disabled, and with a reset password', async () => {
    const client = await centre.signIn('sonoivu');
    expect((await client.call('DELETE', '/api/session')).status).toBe(204);
    expect(codeOf(await client.call('GET', '/api/me'))).toBe('SESSION_EXPIRED');
    const [admin, clerk] = [await centre.signIn('quantri'), await centre.signIn('vanthu.khac')];
    const password = 'Tam@Thoi2026';
    await admin.call('POST', '/api/accounts/vanthu.khac/password-reset', { password });
    expect(codeOf(await clerk.call('GET', '/api/me'))).toBe('SESSION_EXPIRED');
    await admin.call('POST', '/api/accounts/vanthu.khac/disable');
    expect(codeOf(await trySignIn('vanthu.khac', password))).toBe('ACCOUNT_DISABLED');
  });

  it('accepts no token that is bent, of another key, or unsigned', async () => {
    const { session } = await centre.signIn('sonoivu');
    const [head = '', body = ''] = session.accessToken.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [`${head}.${body}.AAAA`, `${none}.${body}.`, 'x', `${head}.${body}`]) {
      const answer = await call(centre.url, 'GET', '/api/me', { token });
      expect(codeOf(answer)).toBe('SESSION_EXPIRED');
    }
  });
});

describe('a password that someone else chose', () => {
  it('must be changed before anything else; the new one obeys the rule', async () => {
    const client = await centre.signIn('nguoi.moi');
    expect(codeOf(await client.call('GET', '/api/units'))).toBe('PASSWORD_CHANGE_REQUIRED');
    const change = (next: string, current = testPassword) =>
      client.call('POST', '/api/session/password', { current, next });
    expect(codeOf(await change('quadegian'))).toBe('PASSWORD_TOO_WEAK');
    expect(codeOf(await change('Nguoi.Moi@2026'))).toBe('PASSWORD_TOO_WEAK');
    expect(codeOf(await change(testPassword))).toBe('PASSWORD_UNCHANGED');
    expect(codeOf(await change('Lua@Moi2026', 'Sai@12345'))).toBe('SIGN_IN_FAILED');
    expect((await change('Lua@Moi2026')).status).toBe(204);
    expect((await client.call('GET', '/api/units')).status).toBe(200);
  });
});
