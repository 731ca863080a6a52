/** The scans of a change: added, refused in words, looked at, removed; by mouse, by keyboard, and at 1366×768. */
import type { Locator, Page } from '@playwright/test';
import { enter, enterBack, tabTo } from '../keyboard.ts';
import { expectAccessible, takePicture } from './inspect.ts';
import { expect, test } from './stage-test.ts';

// pdf.js is large, and a busy machine takes its time to load it.
test.setTimeout(240_000);

const titles = ['QUYET DINH BO NHIEM', 'DANH SACH KEM THEO'] as const;
const lines = 30;

/** Written down the page, from a large title on. */
function pageText(title: string): string {
  const rest = Array.from(
    { length: lines },
    (_, at) => `(${String(at + 1)}. ${'Noi dung '.repeat(7)}) '`,
  );
  return `BT /F 26 Tf 130 770 Td (${title}) Tj /F 12 Tf 22 TL -70 -30 Td ${rest.join(' ')} ET`;
}

/** As small as a PDF of two full A4 pages can be. */
function twoPages(): Buffer {
  const kids = titles.map((_, at) => `${String(4 + at * 2)} 0 R`).join(' ');
  const pages = titles.flatMap((title, at) => {
    const [page, content] = [4 + at * 2, 5 + at * 2].map(String);
    const text = pageText(title);
    return [
      `${page ?? ''} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content ?? ''} 0 R/Resources<</Font<</F 3 0 R>>>>>>endobj`,
      `${content ?? ''} 0 obj<</Length ${String(text.length)}>>stream\n${text}\nendstream endobj`,
    ];
  });
  return Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${String(titles.length)}>>endobj`,
      '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      ...pages,
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
  );
}

/** A picture taller than wide, as a telephone takes it. */
async function photo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [900, 1300];
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#f3ecd8';
    pen.fillRect(0, 0, 900, 1300);
    pen.fillStyle = '#7a1f1f';
    pen.font = 'bold 54px sans-serif';
    pen.fillText('BẰNG TỐT NGHIỆP ĐẠI HỌC', 70, 200);
    pen.fillStyle = '#222222';
    pen.font = '34px sans-serif';
    for (let at = 0; at < 22; at += 1)
      pen.fillText(`Dòng chữ ${String(at + 1)} của văn bằng`, 90, 320 + at * 42);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

/** Whether the page that was drawn shows anything dark. */
const hasInk = (page: Page): Promise<boolean> =>
  page.locator('.scan-canvas canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels
      ? pixels.some((value, at) => at % 4 === 0 && value < 60 && pixels[at + 3] === 255)
      : false;
  });

const widthOf = async (box: Locator): Promise<number> => (await box.boundingBox())?.width ?? 0;

/** The second page, larger, scrolled, and back: with nothing but the keyboard. */
async function lookByKeyboard(page: Page): Promise<void> {
  const canvas = page.locator('.scan-canvas canvas');
  await enter(page, page.getByRole('button', { name: 'Trang sau' }));
  await expect(page.getByText('Trang 2/2')).toBeVisible();
  await expect.poll(() => hasInk(page), { timeout: 60_000 }).toBe(true);
  const before = await widthOf(canvas);
  await enter(page, page.getByRole('button', { name: 'Phóng to' }));
  await expect(page.getByText('125 %')).toBeVisible();
  await expect.poll(() => widthOf(canvas), { timeout: 60_000 }).toBeGreaterThan(before);
  await takePicture(page, 'scans-pdf-second');
  const frame = page.getByRole('region', { name: 'Quyết định bổ nhiệm.pdf' });
  await tabTo(page, frame);
  await page.keyboard.press('End');
  await expect.poll(() => frame.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
  await enterBack(page, page.getByRole('button', { name: 'Vừa bề ngang' }));
  await expect.poll(() => widthOf(canvas), { timeout: 60_000 }).toBe(before);
}

test('a scan is added, looked at, and refused in words', async ({ page, open }) => {
  await open('as=clerk', '/dossiers/dossier:00000000000000000000000004/edit');
  await page.getByLabel('Chức vụ').first().fill('Phó Hiệu trưởng');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Bản chụp minh chứng' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([
    { name: 'Quyết định bổ nhiệm.pdf', mimeType: 'application/pdf', buffer: twoPages() },
    { name: 'Ảnh chụp văn bằng.png', mimeType: 'image/png', buffer: await photo(page) },
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
  await lookByKeyboard(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.scan-canvas')).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: 'Xem bản chụp Quyết định bổ nhiệm.pdf' }),
  ).toBeFocused();
  await page.getByRole('button', { name: 'Xem bản chụp Ảnh chụp văn bằng.png' }).click();
  const picture = page.getByRole('img', { name: 'Ảnh chụp văn bằng.png' });
  await expect(picture).toBeVisible();
  await takePicture(page, 'scans-picture');
  await expectAccessible(page);
  const before = await widthOf(picture);
  await enter(page, page.getByRole('button', { name: 'Phóng to' }));
  await expect(page.getByText('125 %')).toBeVisible();
  await expect.poll(() => widthOf(picture)).toBeGreaterThan(before);
  await page.keyboard.press('Escape');
  await expect(page.locator('.scan-canvas')).toHaveCount(0);
  await page.getByRole('button', { name: 'Bỏ bản chụp Ảnh chụp văn bằng.png' }).click();
  await expect(page.getByText('Ảnh chụp văn bằng.png')).toHaveCount(0);
});
