/** The dashboard in Debian's Chromium. */
import { chromium, type Browser, type Page } from '@playwright/test';

export interface Dashboard {
  readonly browser: Browser;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export async function openDashboard(url: string): Promise<Dashboard> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  return { browser, page, close: () => browser.close() };
}
