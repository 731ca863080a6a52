/** The PIN window on a real PKCS#11 token (SoftHSM); openssl is the judge of what comes out. */
import type { ElectronApplication, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureDemoPki } from '../../../build/demo-pki/ensure.ts';
import type { DemoPki, DemoToken } from '../../../build/demo-pki/pki.ts';
import { manifestText } from '../../../shared/approval/approval.ts';
import { ask, expect, test as base } from './shell.ts';

interface Own {
  readonly pki: DemoPki;
  readonly head: DemoToken;
}

/** A token of its own: a wrong PIN typed here must not warn another test. */
const test = base.extend<object, Own>({
  pki: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from here.
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'hoso-pin-'));
      await use(await ensureDemoPki({ dir: path.join(folder, 'pki') }));
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  head: [
    async ({ pki }, use) => {
      const head = pki.tokens.find(({ name }) => name === 'head');
      if (!head) throw new Error('the demo PKI has no head');
      await use(head);
    },
    { scope: 'worker' },
  ],
});
test.use({
  env: async ({ pki }, use) => {
    await use({ HOSO_PKCS11_MODULE: pki.module, SOFTHSM2_CONF: pki.softhsmConf });
  },
  // The head is signed in: nobody else's approval is ever signed here.
  shell: async ({ start }, use) => {
    const shell = await start();
    await ask(shell.page, 'session.signIn', { user: 'hieu.vm', password: 'Mật khẩu 1' });
    await use(shell);
  },
});

const approvalOf = (account: string): string =>
  manifestText({
    form: 'hoso-approval-1',
    id: 'approval:2026-11:01JD8QGX3M0000000000000000',
    unit: 'H20.11.03',
    period: '2026-11',
    signer: { account, name: 'Võ Minh Hiếu' },
    changes: ['1', '2', '3'].map((last) => ({
      id: `change:01JD8QGX3M000000000000000${last}`,
      sha256: last.repeat(64),
    })),
    createdAtUtc: '2026-11-22T03:04:05.000Z',
  });
const text = approvalOf('hieu.vm');
const hex = createHash('sha256').update(text).digest('hex');

interface Signing {
  readonly pin: Page;
  readonly result: ReturnType<typeof sign>;
}

const sign = (page: Page, { serial, certificateSha256 }: DemoToken, what = text) =>
  ask(page, 'signing.sign', { text: what, tokenSerial: serial, certificateSha256 });

async function startSigning(app: ElectronApplication, page: Page, token: DemoToken) {
  const opened = app.waitForEvent('window');
  const result = sign(page, token);
  const pin = await opened;
  await pin.waitForLoadState('domcontentloaded');
  await expect(pin.locator('#token')).not.toBeEmpty();
  return { pin, result } satisfies Signing;
}

/** The window closes while the key or button is still down: for its coming up Playwright then finds no page. */
async function closes(pin: Page, act: () => Promise<void>): Promise<void> {
  const gone = pin.waitForEvent('close');
  await act().catch((error: unknown) => {
    if (!String(error).includes('closed')) throw error;
  });
  await gone;
}
const pressEscape = (pin: Page) => closes(pin, () => pin.keyboard.press('Escape'));

test('signs after the right PIN, and a wrong one may be mended', async ({
  shell: { app, page },
  pki,
  head,
}) => {
  const listed = await ask(page, 'signing.tokens', undefined);
  const labels = listed.ok ? listed.value.tokens.map(({ label }) => label).sort() : listed;
  expect(labels).toEqual(['Chủ tịch xã', 'Hiệu trưởng']);

  const { pin, result } = await startSigning(app, page, head);
  await expect(pin.locator('#changes')).toHaveText('Phê duyệt 3 thay đổi hồ sơ');
  await expect(pin.locator('#period')).toHaveText('11/2026');
  await expect(pin.locator('#unit')).toHaveText('H20.11.03');
  await expect(pin.locator('#signer')).toHaveText('Võ Minh Hiếu');
  const code = [0, 4, 8, 12].map((at) => hex.slice(at, at + 4)).join(' ');
  await expect(pin.locator('#content-code')).toHaveText(code);
  await expect(pin.locator('#token')).toHaveText('Hiệu trưởng');
  await expect(pin.locator('#certificate')).toHaveText('Võ Minh Hiếu');
  await expect(pin.locator('#warning')).toBeHidden();
  const field = pin.getByLabel('Mã PIN', { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('type', 'password');
  await expect(field).toHaveAttribute('autocomplete', 'off');

  expect(await sign(page, head)).toMatchObject({ problem: { code: 'SIGNING_IN_PROGRESS' } });

  await field.fill('00000000');
  await field.press('Enter');
  await expect(pin.getByRole('alert')).toHaveText(/Mã PIN không đúng/);
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();

  const gone = pin.waitForEvent('close');
  await field.fill(head.pin);
  await field.press('Enter');
  await gone;
  const signed = await result;
  if (!signed.ok) throw new Error(signed.problem.message);
  expect(signed.value.certificateSha256).toBe(head.certificateSha256);
  expect(await verdict(signed.value.signature, pki.caPem)).toContain(
    'CAdES Verification successful',
  );
});

/** What openssl, which shares no code with us, says of the signature. */
async function verdict(signature: string, caPem: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hoso-cms-'));
  const file = (name: string): string => path.join(folder, name);
  try {
    await writeFile(file('signature.der'), Buffer.from(signature, 'base64'));
    await writeFile(file('text'), text);
    await writeFile(file('ca.pem'), caPem);
    const what = [
      '-in',
      file('signature.der'),
      '-content',
      file('text'),
      '-CAfile',
      file('ca.pem'),
    ];
    const options = ['-inform', 'DER', '-binary', '-purpose', 'any', '-out', '/dev/null'];
    const args = ['cms', '-verify', '-cades', ...what, ...options];
    const { stdout, stderr } = await promisify(execFile)('openssl', args);
    return stdout + stderr;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('the PIN window has its own three channels, and the page has none of them', async ({
  shell: { app, page },
  head,
}) => {
  const { pin, result } = await startSigning(app, page, head);
  const seen = await pin.evaluate(() => ({
    url: location.href,
    types: [typeof process, typeof require, typeof (window as { hoso?: unknown }).hoso],
    bridge: Object.keys((window as unknown as { hosoPin: object }).hosoPin).sort(),
    fonts: document.fonts.check('14px "Be Vietnam Pro"', 'Mã PIN'),
  }));
  expect(seen).toEqual({
    url: 'app://bundle/pin.html',
    types: ['undefined', 'undefined', 'undefined'],
    bridge: ['cancel', 'context', 'submit'],
    fonts: true,
  });
  expect(await page.evaluate(() => 'hosoPin' in window)).toBe(false);
  const window = await app.browserWindow(pin);
  const shape = await window.evaluate((own: BrowserWindow) => ({
    modal: own.isModal(),
    resizable: own.isResizable(),
    parent: own.getParentWindow()?.getTitle(),
  }));
  expect(shape).toMatchObject({ modal: true, resizable: false });
  expect(shape.parent).toMatch(/^HoSo/);
  await pressEscape(pin);
  expect(await result).toMatchObject({ problem: { code: 'PIN_CANCELLED' } });
});

test('giving up by button, key or the frame signs nothing; then a new attempt may start', async ({
  shell: { app, page },
  head,
}) => {
  const ways: ((pin: Page) => Promise<unknown>)[] = [
    (pin) => closes(pin, () => pin.getByRole('button', { name: 'Hủy' }).click()),
    pressEscape,
    async (pin) =>
      (await app.browserWindow(pin)).evaluate((own: BrowserWindow) => {
        own.close();
      }),
  ];
  for (const giveUp of ways) {
    const { pin, result } = await startSigning(app, page, head);
    await giveUp(pin);
    expect(await result).toMatchObject({ problem: { code: 'PIN_CANCELLED' } });
  }
  expect(app.windows()).toHaveLength(1);
});

test('an empty PIN is not sent; a token that saw a wrong one warns', async ({
  shell: { app, page },
  head,
}) => {
  const first = await startSigning(app, page, head);
  await first.pin.keyboard.press('Enter');
  await expect(first.pin.getByRole('alert')).toHaveText('Hãy nhập mã PIN.');
  await first.pin.getByLabel('Mã PIN', { exact: true }).fill('99999999');
  await first.pin.getByRole('button', { name: 'Ký số' }).click();
  await expect(first.pin.getByRole('alert')).toHaveText(/không đúng/);
  await pressEscape(first.pin);
  await first.result;

  const second = await startSigning(app, page, head);
  await expect(second.pin.locator('#warning')).toHaveText(/Đã có lần nhập sai mã PIN/);
  await second.pin.getByLabel('Mã PIN', { exact: true }).fill(head.pin);
  await second.pin.keyboard.press('Enter');
  expect((await second.result).ok).toBe(true);
});

test('nothing but an approval in the name of the signed-in head reaches the PIN window', async ({
  shell: { app, page },
  head,
}) => {
  for (const other of ['Tôi đồng ý', approvalOf('ha.lt'), `${text}\n`]) {
    expect(await sign(page, head, other)).toMatchObject({
      problem: { code: 'SIGNING_CONTENT_REFUSED' },
    });
  }
  const loaded = page.waitForEvent('load');
  await ask(page, 'session.signOut', { why: 'signedOut' });
  await loaded;
  expect(await sign(page, head)).toMatchObject({ problem: { code: 'SESSION_EXPIRED' } });
  expect(app.windows()).toHaveLength(1);
});

test('the whole PIN window fits, a warning included', async ({ shell: { app, page }, head }) => {
  const { pin, result } = await startSigning(app, page, head);
  const fits = await pin.evaluate(() => {
    const warning = document.getElementById('warning');
    if (warning) {
      warning.hidden = false;
      warning.textContent = 'Chỉ còn MỘT lần thử: nếu nhập sai mã PIN, token sẽ bị khóa.';
    }
    const message = document.getElementById('message');
    if (message) {
      message.textContent =
        'Mã PIN không đúng. Chỉ còn MỘT lần thử: nếu sai nữa, token sẽ bị khóa.';
    }
    return document.documentElement.scrollHeight <= window.innerHeight;
  });
  expect(fits).toBe(true);
  await pressEscape(pin);
  await result;
});

test('what cannot be signed with is told before a PIN is asked', async ({
  shell: { app, page },
  head,
}) => {
  expect(await sign(page, { ...head, serial: 'nowhere' })).toMatchObject({
    problem: { code: 'TOKEN_ABSENT' },
  });
  expect(await sign(page, { ...head, certificateSha256: '0'.repeat(64) })).toMatchObject({
    problem: { code: 'TOKEN_NO_CERTIFICATE' },
  });
  expect(app.windows()).toHaveLength(1);
});

test('a token driver proposed by the page is loaded only when a person agrees', async ({
  shell: { app, page },
  pki,
}) => {
  const answers = [0, 0, 1];
  await app.evaluate(({ dialog }, list) => {
    dialog.showMessageBox = () =>
      Promise.resolve({ response: list.shift() ?? 0, checkboxChecked: false });
  }, answers);
  const proposed = { path: '/opt/driver.so' };
  expect(await ask(page, 'signing.module', proposed)).toMatchObject({
    problem: { code: 'NOT_AGREED' },
  });
  // The driver of the environment was nobody's choice: the page gets it into the settings by a question only.
  expect(await ask(page, 'signing.module', { path: pki.module })).toMatchObject({
    problem: { code: 'NOT_AGREED' },
  });
  expect(await ask(page, 'signing.module', { path: '/opt/a.so\n\nTệp của VGCA' })).toMatchObject({
    problem: { code: 'INVALID_INPUT' },
  });
  expect(await ask(page, 'signing.module', proposed)).toEqual({
    ok: true,
    value: { module: '/opt/driver.so' },
  });
  expect(await ask(page, 'signing.tokens', undefined)).toMatchObject({
    problem: { code: 'TOKEN_MODULE_BAD' },
  });
  expect(await ask(page, 'signing.module', { path: null })).toEqual({
    ok: true,
    value: { module: pki.module },
  });
});
