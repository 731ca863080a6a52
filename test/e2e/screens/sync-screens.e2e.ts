/** What a person sees of the exchange, in every state of the line, and reaches by keyboard alone. */
import { expect, test, type Page } from '@playwright/test';
import { openStage, type StageServer } from './stage-server.ts';

let stage: StageServer;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(async () => {
  await stage.close();
});
test.use({ viewport: { width: 1366, height: 768 } });

const open = (page: Page, query: string, hash: string) =>
  page.goto(`${stage.url}?${query}#${hash}`);
const status = (page: Page) => page.getByTestId('sync-status');

/** Goes on with Tab until the focus is on it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(label)) return;
  }
  throw new Error(`the focus never came to ${String(name)}`);
}

const states = [
  ['offline', 'Mất kết nối – 3 thay đổi chờ gửi trên máy này', 'Tạm dừng'],
  ['portal', 'Mạng này đòi đăng nhập – 3 thay đổi chờ gửi', 'Mở trình duyệt, đăng nhập vào mạng'],
  ['trouble', 'Máy chủ tỉnh gặp sự cố – 3 thay đổi chờ gửi', 'máy chủ của tỉnh đang gặp sự cố'],
  ['paused', 'Đã tạm dừng – 3 thay đổi chờ gửi', 'Tiếp tục đồng bộ'],
  ['pulling', 'Đang nhận hồ sơ: 1.250 / 5.003', '1.250 / 5.003'],
  ['clock', 'Đồng hồ máy sai', 'chạy nhanh 1095 ngày'],
] as const;

for (const [name, inHeader, inDetails] of states) {
  test(`the state “${name}” says what is wrong and what to do, by keyboard`, async ({ page }) => {
    await open(page, `as=clerk&sync=${name}`, '/dossiers');
    await expect(page.getByText(inHeader).first()).toBeVisible({ timeout: 60_000 });
    await status(page).evaluate((element) => element.closest('button')?.focus());
    await page.keyboard.press('Enter');
    await expect(page.getByText(inDetails).last()).toBeVisible();
    await page.screenshot({ path: `test-results/screens/sync-${name}.png` });
    await tabTo(page, /Máy hỏng thì mất gì/);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('heading', { name: 'Nếu máy này hỏng ngay bây giờ, mất gì?' }),
    ).toBeVisible();
  });
}

test('a change shows its ladder, opened by keyboard', async ({ page }) => {
  await open(page, 'as=clerk', '/desk');
  await expect(page.getByText('Chờ đối chiếu (3)')).toBeVisible({ timeout: 60_000 });
  await page.locator('.expand-button').first().focus();
  await page.keyboard.press('Enter');
  const ladder = page.getByRole('list', { name: 'Thay đổi này đã tới đâu' }).first();
  await expect(ladder.getByRole('listitem')).toHaveCount(5);
  await expect(ladder).toContainText('Trên máy này');
  await expect(ladder).toContainText('chưa đối chiếu');
  await page.screenshot({ path: 'test-results/screens/receipts.png' });
});
