/** An office PC with its real window over a real gateway, that a test can have die and start again. */
import { rm } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Display } from '../../build/display.ts';
import { goTo, syncWords } from '../e2e/demo/moves.ts';
import { staffListFile } from '../e2e/demo/staff-list.ts';
import { openDesktop, type Desktop } from '../helpers/desktop.ts';
import { people } from '../integration/client/clients.ts';

const { user, password } = people.schoolClerk;

/** Patient: these tests are about what comes to pass, not about when. */
export const see = expect.configure({ timeout: 90_000 });

export type Said = 'kept' | 'diskFull' | 'nothing';

export interface OfficeWindow {
  readonly page: Page;
  /** From here on the program dies when it reaches this point. */
  arm(point: string): Promise<void>;
  /** Imports so many people, and answers what the window said of them. */
  enter(count: number, first: number): Promise<Said>;
  /** Everything that was entered here is at the centre. */
  sent(): Promise<void>;
  /** Resolves when the program is gone. */
  readonly gone: Promise<void>;
  /** As by a power cut. */
  kill(): Promise<void>;
}

export interface OfficePc {
  /** Starts the program and signs in, unless it is running. */
  window(): Promise<OfficeWindow>;
  kill(): Promise<void>;
}

export interface PcOptions {
  readonly serverUrl: string;
  readonly userData: string;
  readonly display: Display;
}

export function officePc(options: PcOptions): OfficePc {
  let standing: OfficeWindow | null = null;
  return {
    window: async () => {
      if (standing) return standing;
      const opened = await openWindow(options);
      standing = opened;
      void opened.gone.then(() => {
        if (standing === opened) standing = null;
      });
      return opened;
    },
    kill: async () => {
      await standing?.kill();
      standing = null;
    },
  };
}

async function openWindow(options: PcOptions): Promise<OfficeWindow> {
  const desktop: Desktop = await openDesktop({ ...options, env: { HOSO_FAULT_AT: 'none' } });
  const { app, window: page } = desktop;
  page.setDefaultTimeout(90_000);
  const gone = new Promise<void>((resolve) => app.once('close', () => resolve()));
  const kill = async () => {
    app.process().kill('SIGKILL');
    await gone;
  };
  try {
    await signIn(page);
  } catch (error) {
    await kill();
    throw error;
  }
  return {
    page,
    gone,
    arm: (point) =>
      app.evaluate((_electron, at) => {
        process.env.HOSO_FAULT_AT = at;
      }, point),
    enter: (count, first) => enter(page, count, first),
    sent: async () => {
      await see(syncWords(page)).not.toContainText('chờ gửi');
      await see(syncWords(page)).toContainText(/Đã đồng bộ|Trực tuyến/);
    },
    kill,
  };
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await see(page.getByRole('navigation')).toBeVisible();
}

async function enter(page: Page, count: number, first: number): Promise<Said> {
  const file = await staffListFile(count, first);
  try {
    await goTo(page, 'Nhập danh sách');
    const input = page.locator('input[type=file]');
    // The last import is still on the screen.
    const another = page.getByRole('button', { name: 'Nhập tệp khác' });
    await see(input.or(another).first()).toBeAttached();
    if (await another.isVisible()) await another.click();
    await input.setInputFiles(file);
    await page.getByRole('button', { name: `Trình ${count} hồ sơ để đối chiếu` }).click();
    const kept = page.getByText(`Đã trình ${count} hồ sơ để đối chiếu`);
    const diskFull: Locator = page.getByText(/gần đầy .* nên chưa lưu/).first();
    await see(kept.or(diskFull)).toBeVisible();
    return (await kept.isVisible()) ? 'kept' : 'diskFull';
  } catch (error) {
    // The window went away under our hands: nothing was said.
    if (page.isClosed()) return 'nothing';
    throw error;
  } finally {
    await rm(file, { force: true });
  }
}
