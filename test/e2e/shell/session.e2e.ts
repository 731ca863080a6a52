/** Signing in through the real program: Chromium's network, vaults on the disk, a page that is loaded anew. */
import type { BrowserWindow, Dialog } from 'electron';
import type { ElectronApplication } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ask, expect, test } from './shell.ts';

const right = { user: 'hieu.vm', password: 'Mật khẩu 1' };

test('a session outlives the page, not the program; the vault outlives both', async ({
  start,
  centre,
}) => {
  const first = await start();
  const signedIn = await ask(first.page, 'session.signIn', right);
  expect(signedIn).toMatchObject({ ok: true, value: { mode: 'online' } });
  await first.page.reload();
  expect(await ask(first.page, 'session.current', undefined)).toEqual(signedIn);
  expect((await ask(first.page, 'session.token', undefined)).ok).toBe(true);
  await first.app.close();

  centre.line = 'cut';
  const second = await start();
  expect(await ask(second.page, 'session.current', undefined)).toEqual({ ok: true, value: null });
  expect(await ask(second.page, 'app.info', undefined)).toMatchObject({
    value: { knownAccounts: [{ account: 'hieu.vm' }] },
  });
  expect(await ask(second.page, 'session.signIn', { ...right, password: 'sai' })).toMatchObject({
    problem: { code: 'VAULT_PASSWORD_WRONG' },
  });
  const unlocked = await ask(second.page, 'session.signIn', right);
  expect(unlocked).toMatchObject({ ok: true, value: { mode: 'offline', accessToken: null } });
  centre.line = 'good';
  expect((await ask(second.page, 'session.token', undefined)).ok).toBe(true);
  expect(await ask(second.page, 'session.signOut', { why: 'signedOut' })).toEqual({
    ok: true,
    value: null,
  });
  expect(centre.live.size).toBe(0);
});

test('the key of the local database is given once to a page and session', async ({
  shell: { page },
}) => {
  expect(await ask(page, 'session.dataKey', undefined)).toMatchObject({
    problem: { code: 'SESSION_EXPIRED' },
  });
  await ask(page, 'session.signIn', right);
  expect(await ask(page, 'session.dataKey', undefined)).toMatchObject({ ok: true });
  expect(await ask(page, 'session.dataKey', undefined)).toMatchObject({
    problem: { code: 'FORBIDDEN' },
  });
  await page.reload();
  // The page itself goes on with the session, and has taken the key.
  await expect(page.getByText('Võ Minh Hiếu')).toBeVisible();
  expect(await ask(page, 'session.dataKey', undefined)).toMatchObject({
    problem: { code: 'FORBIDDEN' },
  });
});

test('the system locking its screen locks the program: keys go, the page is loaded anew', async ({
  shell: { app, page },
  centre,
}) => {
  await ask(page, 'session.signIn', right);
  const loaded = page.waitForEvent('load');
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('lock-screen');
  });
  await loaded;
  await expect(page.getByText('Chương trình đang khóa')).toBeVisible();
  expect(await ask(page, 'session.current', undefined)).toEqual({ ok: true, value: null });
  expect(await ask(page, 'session.dataKey', undefined)).toMatchObject({
    problem: { code: 'SESSION_EXPIRED' },
  });
  // The session at the centre goes on; its token lies sealed.
  expect(centre.live.size).toBe(1);
  centre.line = 'cut';
  expect(await ask(page, 'session.signIn', right)).toMatchObject({ value: { mode: 'offline' } });
});

test('keys and mouse are seen by the main process itself: the idle time hangs on nothing the page says', async ({
  shell: { app, page },
}) => {
  const window = await app.browserWindow(page);
  await window.evaluate(({ webContents }: BrowserWindow) => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    webContents.on('input-event', (_event, { type }) => seen.add(type));
  });
  await page.mouse.move(20, 20);
  await page.mouse.move(40, 40);
  await page.keyboard.press('Tab');
  const seen = () => app.evaluate(() => [...(globalThis as unknown as { seen: string[] }).seen]);
  await expect.poll(seen).toEqual(expect.arrayContaining(['mouseMove', 'rawKeyDown']));
});

test('a revoked PC destroys its key at its next word with the centre, and says so', async ({
  start,
  centre,
  userData,
}) => {
  const { page } = await start();
  await ask(page, 'session.signIn', right);
  await expect.poll(() => centre.devices.size).toBe(1);
  for (const id of centre.devices.keys()) centre.revoked.add(id);
  const loaded = page.waitForEvent('load');
  expect(await ask(page, 'session.token', undefined)).toMatchObject({
    problem: { code: 'DEVICE_REVOKED' },
  });
  await loaded;
  await expect(page.getByText('Máy tính này đã bị thu hồi quyền').first()).toBeVisible();
  expect(await readdir(path.join(userData, 'vaults'))).toEqual([]);
  centre.line = 'cut';
  expect(await ask(page, 'session.signIn', right)).toMatchObject({
    problem: { code: 'VAULT_MISSING' },
  });
});

test('passwords are not sent on to where somebody else points', async ({
  shell: { page },
  centre,
}) => {
  centre.line = 'redirect';
  expect(await ask(page, 'session.signIn', right)).toMatchObject({
    problem: { code: 'VAULT_MISSING' },
  });
  expect(centre.requests).toEqual(['POST /api/session']);
});

test('no secret is on the disk in clear', async ({ shell: { app, page }, centre, userData }) => {
  await ask(page, 'session.signIn', right);
  const [refreshToken = 'none'] = [...centre.live.keys()];
  await app.close();
  const files = await readdir(userData, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) => readFile(path.join(file.parentPath, file.name))),
  );
  expect(texts.length).toBeGreaterThan(1);
  for (const secret of [right.password, refreshToken]) {
    expect(texts.some((text) => text.includes(secret))).toBe(false);
  }
});

/** A person answers the next questions: 1 agrees, 0 does not. What was asked is told. */
function answer(app: ElectronApplication, answers: readonly number[]): Promise<void> {
  return app.evaluate(({ dialog }: { dialog: Dialog }, list) => {
    const left = [...list];
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...given: unknown[]) => {
      asked.push(given.at(-1));
      return Promise.resolve({ response: left.shift() ?? 0, checkboxChecked: false });
    };
  }, answers);
}

test('a new address of the centre, once a person agrees, signs out and loads the window under its own policy', async ({
  shell: { app, page },
  centre,
}) => {
  await ask(page, 'session.signIn', right);
  const refused = await ask(page, 'server.configure', { url: 'http://hoso.example' });
  expect(refused).toMatchObject({ problem: { code: 'SERVER_ADDRESS_INVALID' } });
  const url = centre.url.replace('127.0.0.1', 'localhost');
  await answer(app, [0, 1]);
  expect(await ask(page, 'server.configure', { url })).toMatchObject({
    problem: { code: 'NOT_AGREED' },
  });
  expect((await ask(page, 'session.token', undefined)).ok).toBe(true);
  const [question] = await app.evaluate(
    () => (globalThis as unknown as { asked: unknown[] }).asked,
  );
  expect(question).toMatchObject({ buttons: ['Không', 'Đồng ý'], defaultId: 0, cancelId: 0 });
  expect(question).toHaveProperty('detail', expect.stringContaining(`Đang dùng: ${centre.url}`));
  expect(question).toHaveProperty('detail', expect.stringContaining(`Đổi thành: ${url}`));
  const loaded = page.waitForEvent('load');
  expect(await ask(page, 'server.configure', { url: `${url}/x` })).toMatchObject({
    value: { serverUrl: url, knownAccounts: [] },
  });
  await loaded;
  expect(await ask(page, 'session.current', undefined)).toEqual({ ok: true, value: null });
  expect(centre.live.size).toBe(0);
  await page.evaluate((to) => fetch(`${to}/api/about`, { mode: 'no-cors' }), url);
  expect(centre.requests).toContain('GET /api/about');
});

test('the size of the window is remembered', async ({ start }) => {
  const first = await start();
  const window = await first.app.browserWindow(first.page);
  await window.evaluate((own: BrowserWindow) => {
    own.setSize(1100, 700);
  });
  await first.app.close();
  const second = await start();
  const again = await second.app.browserWindow(second.page);
  expect(await again.evaluate((own: BrowserWindow) => own.getSize())).toEqual([1100, 700]);
});

test('a page that crashed can be loaded anew, and the session is still there', async ({
  shell: { app, page },
}) => {
  await ask(page, 'session.signIn', right);
  await app.evaluate(({ dialog }: { dialog: Dialog }) => {
    // The person presses "Tải lại".
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  const window = await app.browserWindow(page);
  const mode = await window.evaluate(async ({ webContents }: BrowserWindow) => {
    const again = new Promise<void>((resolve) => {
      webContents.once('did-finish-load', () => {
        resolve();
      });
    });
    webContents.forcefullyCrashRenderer();
    await again;
    const asked = `hoso.invoke('session.current').then((answer) => answer.value.mode)`;
    return webContents.executeJavaScript(asked) as Promise<string>;
  });
  expect(mode).toBe('online');
});
