/** Danh mục: the department looks for a row, adds, amends and ends one, and is told what is wrong in Vietnamese. */
import type { Page } from '@playwright/test';
import { expectAccessible, expectFits, takePicture } from './inspect.ts';
import { expect, test } from './stage-test.ts';

const department = 'as=department&place=browser';

async function seeWell(page: Page, name: string, inDocs?: string): Promise<void> {
  await takePicture(page, name, inDocs);
  await expectFits(page);
  await expectAccessible(page);
}

test('all lists by subject, each with what stands and what the department edited', async ({
  page,
  open,
  logged,
}) => {
  await open(department, '/catalogues');
  await expect(page.getByText('Danh hiệu nhà nước phong tặng')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('navigation').getByText('Danh mục')).toBeVisible();
  const positions = page.getByRole('row', { name: /Chức vụ, chức danh/ });
  await expect(positions).toContainText('03/11/2026');
  await seeWell(page, 'catalogues');
  await page.getByRole('link', { name: 'Chức vụ, chức danh', exact: true }).click();
  const heading = page.getByRole('heading', { name: 'Danh mục: Chức vụ, chức danh' });
  await expect(heading).toBeVisible({ timeout: 60_000 });
  // The page begins at its top, however far down the link stood.
  await expect(heading).toBeInViewport();
  await page.getByRole('searchbox').fill('chuyen doi so');
  await expect(page.getByText('Giám đốc Trung tâm Chuyển đổi số')).toBeVisible();
  expect(logged).toEqual([]);
});

test('rows are found without marks; past ones only when asked for, in words', async ({
  page,
  open,
  logged,
}) => {
  await open(department, '/catalogues/province');
  await expect(page.getByText('Đang xem 34 trong 97 dòng')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Chỉ dòng còn hiệu lực').uncheck();
  await page.getByRole('searchbox').fill('yen bai');
  const row = page.getByRole('row', { name: /Yên Bái/ });
  await expect(row).toContainText('Đã hết hiệu lực');
  await expect(row).toContainText('Thay bằng 15 – Lào Cai');
  await seeWell(page, 'catalogue-past-row');
  await page.getByRole('searchbox').fill('khong co dau');
  await expect(page.getByText('Không có dòng nào khớp')).toBeVisible();
  expect(logged).toEqual([]);
});

test('a row is added by keyboard; what is wrong is said at the field, then by the rule', async ({
  page,
  open,
  logged,
}) => {
  await open(department, '/catalogues/rank');
  await page.getByRole('button', { name: 'Thêm dòng' }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Mã', { exact: true })).toBeFocused();
  await page.keyboard.type('mã lạ');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  for (const told of [
    'Mã gồm 1 đến 32 chữ cái không dấu',
    'Hãy nhập tên gọi.',
    'Hãy nhập căn cứ: văn bản và điều.',
    'Hãy chọn loại của dòng này.',
    'Hãy nêu lý do',
  ])
    await expect(dialog.getByText(told)).toBeVisible();
  await seeWell(page, 'catalogue-add-faults');
  await dialog.getByLabel('Mã', { exact: true }).fill('01.003');
  await dialog.getByLabel('Tên gọi').fill('Chuyên viên số hóa');
  await dialog.getByLabel('Căn cứ').fill('Thông tư thử, Điều 3');
  await dialog.getByLabel('Loại').click();
  await page.keyboard.type('A1');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Lý do').fill('Bổ sung theo thông tư mới');
  await dialog.getByLabel('Có hiệu lực từ ngày').fill('2026');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog.getByText('Hãy nhập đủ ngày, tháng, năm')).toBeVisible();
  await dialog.getByLabel('Có hiệu lực từ ngày').fill('1/10/2026');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog.getByText('Danh mục đã có mã “01.003”')).toBeInViewport();
  await expect(dialog.getByRole('button', { name: 'Lưu' })).toBeInViewport();
  await seeWell(page, 'catalogue-add-refused');
  await dialog.getByLabel('Mã', { exact: true }).fill('01.099');
  await dialog.getByLabel('Lý do').press('Tab');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu vào danh mục.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.getByRole('searchbox').fill('chuyen vien so hoa');
  const row = page.getByRole('row', { name: /Chuyên viên số hóa/ });
  await expect(row).toContainText('nhóm lương A1');
  await expect(row).toContainText('Sở đã sửa');
  await expect(row).toContainText('từ 01/10/2026');
  expect(logged).toEqual([]);
});

test('a row is amended and ended; the history tells who, when, what and why', async ({
  page,
  open,
  logged,
}) => {
  await open(department, '/catalogues/position');
  await expect(page.getByText('Đang xem 61 trong 65 dòng')).toBeVisible({ timeout: 60_000 });
  await seeWell(page, 'catalogue-rows', 'catalogue');
  await page.getByRole('searchbox').fill('truong bo mon');
  await page.getByRole('button', { name: 'Sửa dòng Trưởng bộ môn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên gọi').fill('Hiệu trưởng');
  await dialog.getByLabel('Lý do').fill('Thử trùng tên');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog.getByText('đang chỉ mã “hieu-truong”')).toBeVisible();
  await dialog.getByLabel('Tên gọi').fill('Trưởng bộ môn chuyên ngành');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole('button', { name: 'Kết thúc hiệu lực của Trưởng bộ môn chuyên ngành' })
    .click();
  await dialog.getByLabel('Ngày hiệu lực cuối cùng').fill('31/12/2026');
  await dialog.getByLabel('Mã thay thế').click();
  await page.keyboard.type('truong phong thuoc don vi');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Lý do').fill('Không còn bộ môn');
  await seeWell(page, 'catalogue-end');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row', { name: /Trưởng bộ môn chuyên ngành/ });
  await expect(row).toContainText('đến hết 31/12/2026');
  await expect(row).toContainText('Thay bằng truong-phong-don-vi');
  await page.getByRole('tab', { name: 'Lịch sử sửa đổi (4)' }).click();
  const newest = page.getByRole('row').nth(1);
  await expect(newest).toContainText('Không còn bộ môn');
  await expect(newest).toContainText('Hiệu lực đến hết: 31/12/2026');
  await expect(newest).toContainText('Võ Thị Kim Nguyệt');
  await seeWell(page, 'catalogue-history');
  expect(logged).toEqual([]);
});

test('who may not edit is not shown the part', async ({ page, open }) => {
  await open('as=clerk', '/dossiers');
  await expect(page.getByText('64 hồ sơ').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('navigation').getByText('Danh mục')).toHaveCount(0);
});
