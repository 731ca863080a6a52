/** Over real HTTP, with real vaults in a temporary folder; only the keyring and the clock are given. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeCentre, type FakeCentre, type Line } from '../../test/e2e/shell/fake-centre.ts';
import { lightKdf } from '../../test/helpers/light-cost.ts';
import type { OsSeal } from '../vault/os-seal.ts';
import { tryDelay } from '../vault/try-delay.ts';
import { vaultStore } from '../vault/vault-store.ts';
import { centre } from './centre.ts';
import { SessionKeeper } from './session-keeper.ts';

const right = { user: 'hieu.vm', password: 'Mật khẩu 1' };
const wrong = { user: 'hieu.vm', password: 'sai' };
const noOs: OsSeal = {
  available: false,
  seal: () => Buffer.alloc(0),
  open: () => undefined,
};

let revoked: string[];
let folder: string;
let fake: FakeCentre;
let nowMs: number;
let today: string;
let origin: string | null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-session-'));
  fake = await startFakeCentre();
  origin = fake.url;
  revoked = [];
  nowMs = 0;
  today = '2026-11-22T03:00:00.000Z';
});
afterEach(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

const vaults = () => vaultStore({ folder, os: noOs, now: () => new Date(), newKdf: lightKdf });

/** The program as it is after a start. */
function started(): SessionKeeper {
  return new SessionKeeper({
    centre: centre((url, init) => fetch(url, init)),
    vaults: vaults(),
    tries: tryDelay(() => nowMs),
    now: () => new Date(today),
    serverOrigin: () => origin,
    hostName: 'PC-1',
    onRevoked: (account) => void revoked.push(account),
  });
}

const code = (result: { ok: boolean; problem?: { code: string } }): string =>
  result.problem?.code ?? 'ok';

async function storedToken(password = right.password): Promise<string | null> {
  const opened = await vaults().open({ serverOrigin: fake.url, account: right.user }, password);
  return opened.ok ? opened.value.profile().refreshToken : 'the vault does not open';
}

describe('with a line', () => {
  it('signing in opens a session and remembers the account', async () => {
    const keeper = started();
    const result = await keeper.signIn({ ...right, user: ' HIEU.VM ' });
    expect(result).toMatchObject({
      ok: true,
      value: { mode: 'online', session: { account: { account: 'hieu.vm' } } },
    });
    expect(keeper.current()).toEqual(result.ok && result.value);
    expect(await vaults().known(fake.url)).toEqual([{ account: 'hieu.vm' }]);
    expect([...fake.live.keys()]).toEqual([await storedToken()]);
  });

  it("the centre's no is final: a wrong password or a locked account never opens the vault", async () => {
    await started().signIn(right);
    fake.accounts.get(right.user)!.password = 'đã đổi ở nơi khác';
    expect(code(await started().signIn(right))).toBe('SIGN_IN_FAILED');
    fake.accounts.get(right.user)!.locked = true;
    const keeper = started();
    expect(code(await keeper.signIn(right))).toBe('ACCOUNT_LOCKED');
    expect(keeper.current()).toBeNull();
  });

  it('a failed sign-in leaves the open session alone', async () => {
    const keeper = started();
    await keeper.signIn(right);
    expect(code(await keeper.signIn(wrong))).toBe('SIGN_IN_FAILED');
    expect(keeper.current()?.mode).toBe('online');
  });

  it('without an address there is nothing to sign in to', async () => {
    origin = null;
    expect(code(await started().signIn(right))).toBe('SERVER_ADDRESS_INVALID');
  });

  it('a session left open by a closed program ends when the account signs in again', async () => {
    await started().signIn(right);
    await started().signIn(right);
    await expect.poll(() => fake.live.size).toBe(1);
    expect([...fake.live.keys()]).toEqual([await storedToken()]);
  });

  describe('after a change of password elsewhere', () => {
    const next = { ...right, password: 'Mới 2' };
    let before: string;

    beforeEach(async () => {
      const keeper = started();
      await keeper.signIn(right);
      before = keeper.current()?.databaseName ?? '';
      fake.accounts.get(right.user)!.password = next.password;
    });

    it('the old one is asked for, and nobody is signed in meanwhile', async () => {
      const keeper = started();
      expect(code(await keeper.signIn(next))).toBe('VAULT_OLD_PASSWORD_NEEDED');
      expect(keeper.current()).toBeNull();
      const wrongOld = { ...next, oldPassword: 'không nhớ' };
      expect(code(await keeper.signIn(wrongOld))).toBe('VAULT_OLD_PASSWORD_WRONG');
      expect(await storedToken()).toMatch(/^refresh-/);
    });

    it('the old one carries the data key over: the same database opens, under the new password alone', async () => {
      const keeper = started();
      const opened = await keeper.signIn({ ...next, oldPassword: right.password });
      expect(opened).toMatchObject({ ok: true, value: { databaseName: before } });
      fake.line = 'cut';
      expect(code(await started().signIn(right))).toBe('VAULT_PASSWORD_WRONG');
      expect(await started().signIn(next)).toMatchObject({ value: { databaseName: before } });
    });

    it('without the old one the old vault is kept aside and a new one made, with another database', async () => {
      const opened = await started().signIn({ ...next, withoutOld: true });
      expect(opened.ok && opened.value.databaseName).not.toBe(before);
      const files = await readdir(folder);
      expect(files.filter((name) => name.includes('.json.old-'))).toHaveLength(1);
      expect(await storedToken(next.password)).toMatch(/^refresh-/);
    });
  });

  describe('a PC that was revoked', () => {
    it('registers itself once, with the same keys at each sign-in', async () => {
      await started().signIn(right);
      await expect.poll(() => fake.devices.size).toBe(1);
      await started().signIn(right);
      await expect
        .poll(() => fake.requests.filter((one) => one === 'POST /api/devices').length)
        .toBe(2);
      expect(fake.devices.size).toBe(1);
    });

    it('destroys its key when it next renews its session', async () => {
      const keeper = started();
      await keeper.signIn(right);
      await expect.poll(() => fake.devices.size).toBe(1);
      for (const id of fake.devices.keys()) fake.revoked.add(id);
      // Whoever asks, a page or the sender of scans: what the window shows must go.
      expect(code(await keeper.token())).toBe('DEVICE_REVOKED');
      expect(revoked).toEqual([right.user]);
      expect(keeper.current()).toBeNull();
      expect(await readdir(folder)).toEqual([]);
      fake.line = 'cut';
      expect(code(await started().signIn(right))).toBe('VAULT_MISSING');
    });

    it('destroys it at a sign-in with any password', async () => {
      await started().signIn(right);
      await expect.poll(() => fake.devices.size).toBe(1);
      for (const id of fake.devices.keys()) fake.revoked.add(id);
      expect(code(await started().signIn(wrong))).toBe('DEVICE_REVOKED');
      expect(revoked).toEqual([]);
      expect(await readdir(folder)).toEqual([]);
    });
  });

  it('a changed password opens the same vault offline', async () => {
    const keeper = started();
    fake.accounts.get(right.user)!.mustChangePassword = true;
    await keeper.signIn(right);
    expect(code(await keeper.changePassword('sai', 'Mới 2'))).toBe('SIGN_IN_FAILED');
    const changed = await keeper.changePassword(right.password, 'Mới 2');
    expect(changed).toMatchObject({
      ok: true,
      value: { session: { account: { mustChangePassword: false } } },
    });
    fake.line = 'cut';
    expect(code(await started().signIn(right))).toBe('VAULT_PASSWORD_WRONG');
    expect(code(await started().signIn({ ...right, password: 'Mới 2' }))).toBe('ok');
    expect((await readdir(folder)).filter((name) => name.includes('.old-'))).toEqual([]);
  });
});

describe('access tokens', () => {
  it('each request rotates the refresh token, which is on the disk before the answer is used', async () => {
    const keeper = started();
    await keeper.signIn(right);
    for (let i = 0; i < 3; i++) {
      const token = await keeper.token();
      const [[refreshToken, session] = []] = [...fake.live];
      expect(token.ok && token.value.accessToken).toBe(session?.access);
      expect(await storedToken()).toBe(refreshToken);
    }
  });

  it('callers at the same time share one rotation', async () => {
    const keeper = started();
    await keeper.signIn(right);
    const tokens = await Promise.all([keeper.token(), keeper.token(), keeper.token()]);
    expect(new Set(tokens.map((token) => token.ok && token.value.accessToken)).size).toBe(1);
    expect(fake.requests.filter((route) => route.endsWith('/refresh'))).toHaveLength(1);
  });

  it('a revoked session asks for the password, and its token is forgotten', async () => {
    const keeper = started();
    await keeper.signIn(right);
    fake.live.clear();
    expect(code(await keeper.token())).toBe('SESSION_EXPIRED');
    expect(await storedToken()).toBeNull();
    expect(keeper.current()?.mode).toBe('offline');
    expect(code(await keeper.signIn(right))).toBe('ok');
    expect(code(await keeper.token())).toBe('ok');
  });

  it('a dead line costs nothing: the token stays for later', async () => {
    const keeper = started();
    await keeper.signIn(right);
    const before = await storedToken();
    fake.line = 'cut';
    expect(code(await keeper.token())).toBe('SERVER_UNREACHABLE');
    expect(await storedToken()).toBe(before);
    fake.line = 'good';
    expect(code(await keeper.token())).toBe('ok');
  });

  it('there are none when nobody is signed in', async () => {
    expect(code(await started().token())).toBe('SESSION_EXPIRED');
  });
});

describe('without a line', () => {
  beforeEach(async () => {
    await started().signIn(right);
  });

  it.each<Line>(['cut', 'fault', 'portal', 'redirect', 'huge'])(
    'the password opens the vault (%s)',
    async (line) => {
      fake.line = line;
      const keeper = started();
      expect(await keeper.signIn(right)).toMatchObject({
        ok: true,
        value: { mode: 'offline', accessToken: null, session: { server: { epoch: 'e1' } } },
      });
    },
  );

  it('the line comes back: the stored token makes the session online', async () => {
    fake.line = 'cut';
    const keeper = started();
    await keeper.signIn(right);
    fake.line = 'good';
    expect(code(await keeper.token())).toBe('ok');
    expect(keeper.current()?.mode).toBe('online');
  });

  it('the line comes back and the stored token is no longer good: the password is asked for', async () => {
    fake.line = 'cut';
    const keeper = started();
    await keeper.signIn(right);
    fake.line = 'good';
    fake.live.clear();
    expect(code(await keeper.token())).toBe('SESSION_EXPIRED');
    expect(keeper.current()).not.toBeNull();
  });

  it('an account that never signed in here cannot', async () => {
    fake.line = 'cut';
    expect(code(await started().signIn({ ...right, user: 'ha.lt' }))).toBe('VAULT_MISSING');
  });

  it('guessing is slowed, and the right password waits too', async () => {
    fake.line = 'cut';
    const keeper = started();
    for (let i = 0; i < 3; i++) {
      expect(code(await keeper.signIn(wrong))).toBe('VAULT_PASSWORD_WRONG');
    }
    expect(await keeper.signIn(right)).toMatchObject({
      problem: { code: 'TOO_MANY_REQUESTS', details: { seconds: 1 } },
    });
    nowMs += 1000;
    expect(code(await keeper.signIn(right))).toBe('ok');
  });
});

describe('30 days after the centre last answered', () => {
  beforeEach(async () => {
    await started().signIn(right);
    fake.line = 'cut';
  });

  it('the vault opens to the last day, and then only with a line', async () => {
    today = '2026-12-22T03:00:00.000Z';
    expect(code(await started().signIn(right))).toBe('ok');
    today = '2026-12-22T03:00:00.001Z';
    const keeper = started();
    const refused = await keeper.signIn(right);
    expect(refused).toMatchObject({
      problem: { code: 'VAULT_LEASE_ENDED', message: expect.stringContaining('quá 30 ngày') },
    });
    expect(keeper.current()).toBeNull();
    fake.line = 'good';
    expect(await started().signIn(right)).toMatchObject({ ok: true, value: { mode: 'online' } });
    fake.line = 'cut';
    expect(code(await started().signIn(right))).toBe('ok');
  });

  it('unlocking again and again does not make it longer; a rotated token does', async () => {
    today = '2026-12-20T00:00:00.000Z';
    const keeper = started();
    expect(code(await keeper.signIn(right))).toBe('ok');
    await keeper.token();
    today = '2026-12-30T00:00:00.000Z';
    expect(code(await started().signIn(right))).toBe('VAULT_LEASE_ENDED');
    today = '2026-12-20T00:00:00.000Z';
    const back = started();
    await back.signIn(right);
    fake.line = 'good';
    expect(code(await back.token())).toBe('ok');
    fake.line = 'cut';
    today = '2026-12-30T00:00:00.000Z';
    expect(code(await started().signIn(right))).toBe('ok');
  });

  it('a wrong password is still a wrong password: the lease tells a guesser nothing', async () => {
    today = '2027-06-01T00:00:00.000Z';
    expect(code(await started().signIn(wrong))).toBe('VAULT_PASSWORD_WRONG');
  });

  it('a clock set back does not open it', async () => {
    today = '2026-01-01T00:00:00.000Z';
    expect(code(await started().signIn(right))).toBe('VAULT_CLOCK_BEHIND');
  });

  it('a session that is open stays open', async () => {
    const keeper = started();
    await keeper.signIn(right);
    today = '2027-06-01T00:00:00.000Z';
    expect(keeper.current()?.mode).toBe('offline');
  });
});

describe('signing out', () => {
  it('ends the session at the centre and forgets its token here', async () => {
    const keeper = started();
    await keeper.signIn(right);
    await keeper.signOut();
    expect(fake.live.size).toBe(0);
    expect(keeper.current()).toBeNull();
    expect(await storedToken()).toBeNull();
  });

  it('ends it too when the access token was never fetched', async () => {
    await started().signIn(right);
    fake.line = 'cut';
    const keeper = started();
    await keeper.signIn(right);
    fake.line = 'good';
    await keeper.signOut();
    expect(fake.live.size).toBe(0);
  });

  it('works without a line, and the account can still be unlocked', async () => {
    const keeper = started();
    await keeper.signIn(right);
    fake.line = 'cut';
    await keeper.signOut();
    expect(await storedToken()).toBeNull();
    expect(code(await started().signIn(right))).toBe('ok');
  });
});

it('two accounts, or two centres, never share a local database', async () => {
  const keeper = started();
  fake.accounts.set('ha.lt', { ...fake.accounts.get('hieu.vm')!, account: 'ha.lt' });
  const one = await keeper.signIn(right);
  const two = await keeper.signIn({ ...right, user: 'ha.lt' });
  const again = await keeper.signIn(right);
  const names = [one, two, again].map((result) => result.ok && result.value.databaseName);
  expect(names[0]).toMatch(/^hoso-[0-9a-f]{16}-[0-9a-f]{16}$/);
  expect(names[1]).not.toBe(names[0]);
  expect(names[2]).toBe(names[0]);
});
