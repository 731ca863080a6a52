/** Debian's Chromium with a profile on the disk: a private window would keep IndexedDB in memory. */
import { chromium, type Page } from '@playwright/test';
import type { BenchPage } from './bench-page.ts';

export interface BenchBrowser {
  call<Method extends keyof BenchPage>(
    method: Method,
    ...parameters: Parameters<BenchPage[Method]>
  ): Promise<Awaited<ReturnType<BenchPage[Method]>>>;
  readonly page: Page;
  close(): Promise<void>;
}

export async function openBrowser(url: string, profile: string): Promise<BenchBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.HOSO_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  return {
    page,
    call: async (method, ...parameters) => {
      const asked = { method, parameters: JSON.stringify(parameters) };
      const work: Promise<unknown> = page.evaluate((call) => {
        const { bench } = window as unknown as {
          bench: Record<string, (...given: unknown[]) => unknown>;
        };
        return bench[call.method]?.(...(JSON.parse(call.parameters) as unknown[]));
      }, asked);
      try {
        // The page answers a method with what that method returns, as JSON.
        return (await work) as never;
      } catch (error) {
        throw new Error(`${method}: ${String(error)}\n${errors.slice(-5).join('\n')}`);
      }
    },
    close: () => context.close(),
  };
}
