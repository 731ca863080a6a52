// Journeys in the real desktop window and in Debian's Chromium. A window needs a screen of its own to have the
// keyboard, so as many files run at a time as there are screens (build/check/run-check.ts), or else one.
import { defineConfig } from '@playwright/test';

const screens = process.env.HOSO_SCREENS?.split(',') ?? [];
const ownScreen = screens[Number(process.env.TEST_PARALLEL_INDEX)];
if (ownScreen !== undefined) process.env.DISPLAY = ownScreen;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e-artifacts',
  fullyParallel: false,
  workers: Math.max(1, screens.length),
  // A test that passes only the second time is broken.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1360, height: 860 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.HOSO_CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});
