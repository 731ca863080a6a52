/** Starts the desktop program on its own data folder, and asks it what a page can ask. */
import {
  _electron,
  type ElectronApplication,
  type Page,
  test as base,
  expect,
} from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { electronExecutable } from '../../../build/electron-runtime.mjs';
import { root } from '../../../build/setup/paths.mjs';
import type {
  HosoBridge,
  IpcAnswer,
  IpcChannel,
  IpcRequest,
} from '../../../shared/contract/ipc.ts';
import type { Result } from '../../../shared/errors/index.ts';
import { startFakeCentre, type FakeCentre } from './fake-centre.ts';

// With a wrong fuse a launch hangs until its limit.
const launchMs = 20_000;
/** The folder with package.json and out/; another one to try a build of one's own. */
const program = process.env.HOSO_E2E_PROGRAM ?? root;

export const programArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  program,
];

type Env = Readonly<Record<string, string>>;

export interface Shell {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface Fixtures {
  readonly centre: FakeCentre;
  /** Where this PC keeps its data. */
  readonly userData: string;
  /** Environment beyond the usual. */
  readonly env: Env;
  /** Starts the program; it is closed at the end of the test. */
  readonly start: () => Promise<Shell>;
  readonly shell: Shell;
}

export const test = base.extend<Fixtures>({
  env: [{}, { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from here.
  centre: async ({}, use) => {
    const centre = await startFakeCentre();
    await use(centre);
    await centre.close();
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from here.
  userData: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hoso-shell-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ centre, userData, env }, use) => {
    const started: ElectronApplication[] = [];
    await use(async () => {
      const app = await _electron.launch({
        executablePath: electronExecutable(),
        args: programArguments,
        timeout: launchMs,
        env: shellEnv(centre.url, userData, env),
      });
      started.push(app);
      const page = await app.firstWindow({ timeout: launchMs });
      await page.waitForLoadState('domcontentloaded');
      return { app, page };
    });
    for (const app of started) await app.close();
  },
  shell: async ({ start }, use) => {
    await use(await start());
  },
});
export { expect };

export function shellEnv(serverUrl: string, userData: string, env: Env = {}): Env {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries(own),
    HOSO_SERVER_URL: serverUrl,
    HOSO_USER_DATA: userData,
    ...env,
  };
}

/** The program as a bare process: its exit code. */
export function runProgram(env: Env): Promise<number | null> {
  const child = spawn(electronExecutable(), programArguments, { env, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

interface PageWindow {
  readonly hoso: HosoBridge;
}

/** What the page gets when it asks on a channel. */
export function ask<C extends IpcChannel>(
  page: Page,
  channel: C,
  request: IpcRequest<C>,
): Promise<Result<IpcAnswer<C>>> {
  return page.evaluate(
    // The page's own window; Playwright sends `undefined` in an array as it is.
    ([name, message]) => (window as unknown as PageWindow).hoso.invoke(name as C, message as never),
    [channel, request] as const,
  );
}
