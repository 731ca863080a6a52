/** What people do in the window, in their own words. Used by the steps of the story. */
import { expect, type Locator, type Page } from '@playwright/test';

export async function signIn(page: Page, user: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
}

export const goTo = (page: Page, part: string): Promise<void> =>
  page.getByRole('navigation').getByText(part, { exact: true }).click();

/** The sync state that is always on screen. */
export const syncWords = (page: Page): Locator => page.getByTestId('sync-status');

export async function waitSynced(page: Page): Promise<void> {
  await expect(syncWords(page)).toContainText(/Đã đồng bộ|Trực tuyến/, { timeout: 60_000 });
}

export async function searchDossier(page: Page, text: string): Promise<void> {
  await goTo(page, 'Hồ sơ');
  await page.getByRole('searchbox').first().fill(text);
}

/** Chooses all rows of the table on screen. */
export async function selectAll(page: Page): Promise<void> {
  await page.getByRole('table').getByRole('checkbox').first().check();
}
