/** Writing, reading and handing in a bundle: by keyboard alone, and each refusal in words. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { tabTo } from '../keyboard.ts';
import { openStage, type StageServer } from './stage-server.ts';

let stage: StageServer;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(async () => {
  await stage.close();
});
test.use({ viewport: { width: 1366, height: 768 } });

const open = (page: Page, query: string) => page.goto(`${stage.url}?${query}#/courier`);

test('a clerk writes a bundle and takes the answer in by keyboard', async ({ page }) => {
  await open(page, 'as=clerk&sync=offline');
  await expect(page.getByText('3 mục đang chờ gửi.')).toBeVisible({ timeout: 60_000 });
  await tabTo(page, page.getByRole('button', { name: 'Ghi gói vào USB' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Rút USB an toàn rồi giao cho người mang.')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Nhận gói trả lời' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Trung tâm đã nhận 2 mục.')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/courier-taken.png' });
  await page.getByRole('link', { name: 'Xem mục bị từ chối' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sửa và gửi lại').first()).toBeVisible();
});

test('a stick that was pulled out, and an answer that came too late, are said in words', async ({
  page,
}) => {
  await open(page, 'as=clerk&sync=offline&courier=gone');
  await page.getByRole('button', { name: 'Ghi gói vào USB' }).click({ timeout: 60_000 });
  await expect(page.getByText('USB đã bị rút ra')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/courier-gone.png' });
  await page.getByRole('button', { name: 'Nhận gói trả lời' }).click();
  await expect(page.getByText('gói trả lời này không dùng nữa')).toBeVisible();
});

test('an answer that does not hold all says that another round is needed', async ({ page }) => {
  await open(page, 'as=clerk&sync=offline&courier=more');
  await page.getByRole('button', { name: 'Nhận gói trả lời' }).click({ timeout: 60_000 });
  await expect(page.getByText('Ghi thêm một gói và chuyển một lượt nữa')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/courier-more.png' });
  await expect(page.getByRole('button', { name: 'Ghi gói vào USB' })).toBeEnabled();
});

test('the way to the stick is in what only this PC has, and in the sync details', async ({
  page,
}) => {
  await page.goto(`${stage.url}?as=clerk&sync=offline#/at-risk`);
  await page.getByRole('link', { name: 'Chuyển bằng USB' }).last().click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Chuyển bằng USB' })).toBeVisible();
  await page.getByTestId('sync-status').click();
  await page.getByRole('button', { name: 'Chuyển bằng USB' }).click();
  await expect(page.getByRole('heading', { name: '1. Ghi gói gửi trung tâm' })).toBeVisible();
});

test('a carrier hands a bundle in and takes the answer along', async ({ page }) => {
  await open(page, 'as=department&place=browser');
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles(
    { name: 'bang-luong.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') },
    { timeout: 60_000 },
  );
  await expect(page.getByText('Không nhận được gói bang-luong.xlsx')).toBeVisible();
  await expect(page.getByText('Tệp này không phải gói dữ liệu cần chọn')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/carrier-refused.png' });
  const buffer = Buffer.from('eyJ.a.b.c.d');
  await chooser.setInputFiles({ name: 'xa.hoso-goi', mimeType: 'text/plain', buffer });
  await expect(page.getByText('Đã nhận gói của vanthu.xa')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/carrier-taken.png' });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải gói trả lời' }).focus();
  await page.keyboard.press('Enter');
  const answer = await download;
  expect(answer.suggestedFilename()).toBe('xa.hoso-tra');
  expect(await readFile(await answer.path(), 'utf8')).toBe('eyJ');
});
