/** What a page cannot do in the desktop program, seen in the real window. */
import type { BrowserWindow } from 'electron';
import { ask, expect, runProgram, shellEnv, test } from './shell.ts';

test('the page runs sandboxed and isolated, with nothing of Node or Electron in it', async ({
  shell: { app, page },
}) => {
  const seen = await page.evaluate(() => ({
    origin: location.origin,
    secure: isSecureContext,
    language: navigator.language,
    types: [typeof process, typeof require, typeof module, typeof Buffer],
    bridge: Object.keys((window as unknown as { hoso: object }).hoso),
    subtle: typeof crypto.subtle,
  }));
  expect(seen).toEqual({
    origin: 'app://bundle',
    secure: true,
    language: 'vi',
    types: ['undefined', 'undefined', 'undefined', 'undefined'],
    bridge: ['invoke'],
    subtle: 'object',
  });
  const window = await app.browserWindow(page);
  const preferences = await window.evaluate((own: BrowserWindow) => {
    // Not in Electron's types, but the only place that tells what is in force.
    const contents = own.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
});

test('the window has the size and title of the program', async ({ shell: { app, page } }) => {
  const window = await app.browserWindow(page);
  const shown = await window.evaluate((own: BrowserWindow) => ({
    title: own.getTitle(),
    size: own.getSize(),
  }));
  expect(shown).toEqual({
    title: 'HoSo – Hồ sơ cán bộ, công chức, viên chức',
    size: [1366, 768],
  });
});

test('inline and foreign scripts are refused; a style needs the nonce of this answer', async ({
  shell: { page },
}) => {
  const nonces = await page.evaluate(async () => {
    const own = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
    const other = await (await fetch('app://bundle/index.html')).text();
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(event.effectiveDirective);
    });
    const add = (tag: string, set: Record<string, string>, text = ''): void => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
      element.textContent = text;
      document.head.append(element);
    };
    add('script', {}, 'window.inlineRan = true');
    add('script', { src: 'https://example.invalid/a.js' });
    add('style', {}, 'body { --unsigned: 1 }');
    add('style', { nonce: own }, 'body { --signed: 1 }');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const style = getComputedStyle(document.body);
    return {
      own,
      differ: !other.includes(own),
      refused: refused.sort(),
      inlineRan: 'inlineRan' in window,
      unsigned: style.getPropertyValue('--unsigned'),
      signed: style.getPropertyValue('--signed').trim(),
    };
  });
  expect(nonces.own).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(nonces).toMatchObject({ differ: true, inlineRan: false, unsigned: '', signed: '1' });
  expect(nonces.refused).toEqual(['script-src-elem', 'script-src-elem', 'style-src-elem']);
});

test('the page may speak to the configured centre and to nobody else', async ({
  shell: { page },
  centre,
}) => {
  const reached = await page.evaluate(async (own) => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(event.blockedURI);
    });
    const foreign = own.replace('127.0.0.1', 'localhost');
    for (const url of [own, foreign]) {
      await fetch(`${url}/api/about`, { mode: 'no-cors' }).catch(() => undefined);
    }
    // The browser tells of a violation a little later.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return refused;
  }, centre.url);
  expect(reached).toEqual([`${centre.url.replace('127.0.0.1', 'localhost')}/api/about`]);
  expect(centre.requests).toEqual(['GET /api/about']);
});

test('what is not a file of the pages is not there', async ({ shell: { page } }) => {
  const statuses = await page.evaluate(async () => {
    const paths = [
      'index.html',
      '%2e%2e/main/index.cjs',
      '..%2fmain%2findex.cjs',
      '..%2f..%2fpackage.json',
      '..%5c..%5cpackage.json',
      '%2fetc%2fpasswd',
      'nothing.js',
      'assets',
    ];
    const seen: Record<string, number> = {};
    for (const path of paths) seen[path] = (await fetch(`app://bundle/${path}`)).status;
    return seen;
  });
  const { 'index.html': index, ...others } = statuses;
  expect(index).toBe(200);
  expect(new Set(Object.values(others))).toEqual(new Set([404]));
});

test('nothing leads away from the page or opens another window', async ({
  shell: { app, page },
  centre,
}) => {
  const opened = await page.evaluate((url) => {
    const other = window.open(url);
    location.assign(url);
    const link = document.createElement('a');
    link.href = url;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    const frame = document.createElement('iframe');
    frame.src = url;
    document.body.append(frame);
    return other === null;
  }, centre.url);
  expect(opened).toBe(true);
  await page.waitForTimeout(500);
  expect(page.url()).toContain('app://bundle/index.html');
  expect(app.windows()).toHaveLength(1);
  expect(centre.requests).toEqual([]);
});

test('permissions are refused', async ({ shell: { page } }) => {
  const states = await page.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    );
    return [await Notification.requestPermission(), media];
  });
  expect(states[0]).toBe('denied');
  expect(states[1]).not.toBe('granted');
});

test('an unknown channel and a malformed request are refused', async ({ shell: { page } }) => {
  const unknown = await page.evaluate(async () => {
    const { hoso } = window as unknown as {
      hoso: { invoke(channel: string, request?: unknown): Promise<unknown> };
    };
    const names = ['app.quit', 'pin.submit', 'toString', '__proto__', 'app.info'];
    const outcome: string[] = [];
    for (const name of names) {
      outcome.push(
        await hoso.invoke(name).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      );
    }
    return outcome;
  });
  expect(unknown.slice(0, 4)).toEqual(Array(4).fill('Error: unknown channel'));
  expect(unknown[4]).toBe('answered');
  // A page that does not keep to the contract.
  const malformed = await ask(page, 'server.configure', { url: 5 } as never);
  expect(malformed).toMatchObject({ ok: false, problem: { code: 'INVALID_INPUT' } });
});

test('a foreign page in our own window gets no answer', async ({ shell: { app, page } }) => {
  const window = await app.browserWindow(page);
  await window.evaluate((own: BrowserWindow) => own.loadURL('data:text/html,<p>foreign</p>'));
  await page.waitForURL(/^data:/);
  const answer = await ask(page, 'app.info', undefined);
  expect(answer).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
});

test('a second start ends with code 3 and brings the first window forward', async ({
  shell: { app, page },
  centre,
  userData,
}) => {
  const window = await app.browserWindow(page);
  await window.evaluate((own: BrowserWindow) => own.hide());
  expect(await runProgram(shellEnv(centre.url, userData))).toBe(3);
  await expect.poll(() => window.evaluate((own: BrowserWindow) => own.isVisible())).toBe(true);
});
