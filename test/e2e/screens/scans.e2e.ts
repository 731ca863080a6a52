/** The scans of a change: added, refused in words, looked at, removed; by mouse, by keyboard, and at 1366×768. */
import type { Page } from '@playwright/test';
import { expectAccessible, takePicture } from './inspect.ts';
import { expect, test } from './stage-test.ts';

// pdf.js is large, and a busy machine takes its time to load it.
test.setTimeout(240_000);

/** One white page that says "HoSo", as small as a PDF can be. */
const pdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
    '4 0 obj<</Length 44>>stream',
    'BT /F 60 Tf 100 600 Td (HoSo scan) Tj ET   ',
    'endstream endobj',
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Whether the page that was drawn shows anything dark. */
const hasInk = (page: Page): Promise<boolean> =>
  page.locator('.scan-canvas canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels
      ? pixels.some((value, at) => at % 4 === 0 && value < 60 && pixels[at + 3] === 255)
      : false;
  });

test('a scan is added, looked at, and refused in words', async ({ page, open }) => {
  await open('as=clerk', '/dossiers/dossier:00000000000000000000000004/edit');
  await page.getByLabel('Chức vụ').first().fill('Phó Hiệu trưởng');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Bản chụp minh chứng' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([
    { name: 'Quyết định bổ nhiệm.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'Ảnh chụp văn bằng.png', mimeType: 'image/png', buffer: png },
    { name: 'Bảng lương.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') },
  ]);
  await expect(page.getByText('Quyết định bổ nhiệm.pdf')).toBeVisible();
  await expect(page.getByText('Chưa thêm được “Bảng lương.xlsx”')).toBeVisible();
  await takePicture(page, 'scans-added');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xem bản chụp Quyết định bổ nhiệm.pdf' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.scan-canvas canvas')).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => hasInk(page), { timeout: 60_000 }).toBe(true);
  await takePicture(page, 'scans-pdf');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.scan-canvas')).toHaveCount(0);
  await page.getByRole('button', { name: 'Xem bản chụp Ảnh chụp văn bằng.png' }).click();
  await expect(page.getByRole('img', { name: 'Ảnh chụp văn bằng.png' })).toBeVisible();
  await takePicture(page, 'scans-picture');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.scan-canvas')).toHaveCount(0);
  await page.getByRole('button', { name: 'Bỏ bản chụp Ảnh chụp văn bằng.png' }).click();
  await expect(page.getByText('Ảnh chụp văn bằng.png')).toHaveCount(0);
});
