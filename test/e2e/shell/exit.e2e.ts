/** However the program ends, none of its processes stays behind. */
import type { ElectronApplication } from '@playwright/test';
import { ask, expect, test } from './shell.ts';

const processesOf = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(({ app: own }) => own.getAppMetrics().map(({ pid }) => pid));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH: there is no such process. (EPERM cannot be: they are our own.)
    return false;
  }
}

const ended = (app: ElectronApplication): Promise<number | null> =>
  new Promise((resolve) => {
    app.process().once('exit', resolve);
  });

test('closing the window ends the program', async ({ shell: { app, page } }) => {
  await ask(page, 'session.signIn', { user: 'hieu.vm', password: 'Mật khẩu 1' });
  const pids = await processesOf(app);
  expect(pids.length).toBeGreaterThan(2);
  const code = ended(app);
  await page.close();
  expect(await code).toBe(0);
  await expect.poll(() => pids.filter(isAlive)).toEqual([]);
});

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`${signal} to the main process ends them all`, async ({ shell: { app } }) => {
    const pids = await processesOf(app);
    const code = ended(app);
    app.process().kill(signal);
    expect(await code).toBe(signal === 'SIGTERM' ? 0 : null);
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  });
}
