/** What a person sees of the exchange, in every state of the line, and reaches by keyboard alone. */
import type { Page } from '@playwright/test';
import { tabTo } from '../keyboard.ts';
import { takePicture } from './inspect.ts';
import { expect, test } from './stage-test.ts';

const status = (page: Page) => page.getByTestId('sync-status');

const states = [
  ['offline', 'Mất kết nối – 3 thay đổi chờ gửi trên máy này', 'Tạm dừng'],
  ['portal', 'Mạng này đòi đăng nhập – 3 thay đổi chờ gửi', 'Mở trình duyệt, đăng nhập vào mạng'],
  ['trouble', 'Máy chủ tỉnh gặp sự cố – 3 thay đổi chờ gửi', 'máy chủ của tỉnh đang gặp sự cố'],
  ['paused', 'Đã tạm dừng – 3 thay đổi chờ gửi', 'Tiếp tục đồng bộ'],
  ['pulling', 'Đang nhận hồ sơ: 1.250 / 5.003', '1.250 / 5.003'],
  ['clock', 'Đồng hồ máy sai', 'chạy nhanh 1095 ngày'],
] as const;

for (const [name, inHeader, inDetails] of states) {
  test(`the state “${name}” says what is wrong and what to do, by keyboard`, async ({
    page,
    open,
  }) => {
    await open(`as=clerk&sync=${name}`, '/dossiers');
    await expect(page.getByText(inHeader).first()).toBeVisible({ timeout: 60_000 });
    await status(page).evaluate((element) => element.closest('button')?.focus());
    await page.keyboard.press('Enter');
    await expect(page.getByText(inDetails).last()).toBeVisible();
    await takePicture(page, `sync-${name}`, name === 'portal' ? 'sync-portal' : undefined);
    await tabTo(page, page.getByRole('button', { name: 'Máy hỏng thì mất gì?' }));
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('heading', { name: 'Nếu máy này hỏng ngay bây giờ, mất gì?' }),
    ).toBeVisible();
  });
}

test('a change shows its ladder, opened by keyboard', async ({ page, open }) => {
  await open('as=clerk&sync=offline', '/desk');
  await expect(page.getByText('Chờ đối chiếu (3)')).toBeVisible({ timeout: 60_000 });
  await page.locator('.expand-button').first().focus();
  await page.keyboard.press('Enter');
  const ladder = page.getByRole('list', { name: 'Thay đổi này đã tới đâu' }).first();
  await expect(ladder.getByRole('listitem')).toHaveCount(5);
  await expect(ladder).toContainText('Trên máy này');
  await expect(ladder).toContainText('chờ gửi');
  await expect(ladder).toContainText('chưa đối chiếu');
  await expect(page.getByRole('row').nth(1)).toContainText('Trên máy này');
  await takePicture(page, 'receipts', 'receipts');
});
