/**
 * The `test` of all scenes: one stage is built, and one tab stays open, because a new browser window compiles the
 * whole bundle again. Each scene begins with a fresh load: nothing of the one before is left.
 */
import { expect, test as base, type Page } from '@playwright/test';
import { openStage, type StageServer } from './stage-server.ts';

interface SceneFixtures {
  /** Warnings and errors of this test's page. */
  readonly logged: readonly string[];
  /** Loads a scene anew: who sits there, what the line is like (scenes.ts), and where. */
  readonly open: (query: string, hash: string) => Promise<void>;
}

interface StageFixtures {
  readonly stage: StageServer;
  readonly tab: Page;
}

let loads = 0;

export const test = base.extend<SceneFixtures, StageFixtures>({
  stage: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from here.
    async ({}, use) => {
      const stage = await openStage();
      await use(stage);
      await stage.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  tab: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
      });
      const page = await context.newPage();
      // A form that was left as it stood asks whether to go.
      page.on('dialog', (dialog) => void dialog.accept());
      await use(page);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ tab }, use) => {
    await use(tab);
  },
  logged: async ({ tab }, use) => {
    const logged: string[] = [];
    const note = (message: { type(): string; text(): string }) => {
      if (['error', 'warning'].includes(message.type())) logged.push(message.text());
    };
    const noteError = (error: Error) => logged.push(error.message);
    tab.on('console', note);
    tab.on('pageerror', noteError);
    await use(logged);
    tab.off('console', note);
    tab.off('pageerror', noteError);
  },
  open: async ({ stage, tab }, use) => {
    await use(async (query, hash) => {
      loads += 1;
      // Another number is another address: with the same one only the hash would change.
      await tab.goto(`${stage.url}?${query}&load=${String(loads)}#${hash}`);
    });
  },
});
export { expect };
