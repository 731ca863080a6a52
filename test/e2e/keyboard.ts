/** A person who uses nothing but the keyboard. */
import { expect, type Locator, type Page } from '@playwright/test';

const mostPresses = 90;

async function goTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  const wanted = target.first();
  await expect(wanted).toBeVisible({ timeout: 60_000 });
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await wanted.evaluate((box) => box === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

/** Tab until the focus is there. */
export const tabTo = (page: Page, target: Locator): Promise<void> => goTo(page, target, 'Tab');
export const tabBackTo = (page: Page, target: Locator): Promise<void> =>
  goTo(page, target, 'Shift+Tab');

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes on to a button or link, and takes it. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

export async function enterBack(page: Page, target: Locator): Promise<void> {
  await tabBackTo(page, target);
  await page.keyboard.press('Enter');
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** From the list of dossiers: `/`, what is looked for, down to its row. */
export async function findRow(page: Page, text: string, shown: string): Promise<void> {
  const box = page.getByRole('searchbox').first();
  await expect(box).toBeVisible();
  await expect(page.getByRole('cell', { name: shown }).first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await expect(page.getByRole('cell', { name: shown }).first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('tr:focus')).toContainText(shown);
}

/** From the tab that is open, by arrow keys, to another one. */
export async function openTab(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }));
  const wanted = page.getByRole('tab', { name });
  for (let presses = 0; presses < 8; presses += 1) {
    if (await wanted.evaluate((tab) => tab === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(wanted).toHaveAttribute('aria-selected', 'true');
}
