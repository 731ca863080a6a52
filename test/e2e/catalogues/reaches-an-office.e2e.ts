/**
 * The department edits a code list in its browser; a clerk at a PC has it in the form, has it still without a line,
 * and sees in words when a row has ended. A real centre, a real window, a real browser.
 */
import { expect, test, type Page } from '@playwright/test';
import { startCentre, testPassword, type TestCentre } from '../../helpers/gateway.ts';
import { openPc, type Pc } from '../office/pc.ts';
import { takePicture } from '../screens/inspect.ts';

test.describe.configure({ mode: 'serial', timeout: 150_000 });

const clerk = 'vanthu.truong';
const officer = 'sonoivu';
const added = 'Dân tộc bổ sung thử';

let centre: TestCentre;
let pc: Pc;
let browser: Page;

test.beforeAll(async ({ browser: chromium }) => {
  test.setTimeout(240_000);
  centre = await startCentre(
    [
      { user: clerk, name: 'Phạm Ngọc Ánh', grants: [{ role: 'clerk', unit: 'H20.81.11' }] },
      {
        user: officer,
        name: 'Trần Thị Thu Hương',
        grants: [{ role: 'departmentOfficer', unit: 'H20' }],
      },
    ],
    { logLevel: 'silent' },
  );
  pc = await openPc(centre.url);
  await signIn(pc.page, clerk);
  await expect(pc.page.getByTestId('sync-status')).toContainText('Đã đồng bộ', {
    timeout: 60_000,
  });
  browser = await chromium.newPage();
  await browser.goto(centre.url);
  await signIn(browser, officer);
});
test.afterAll(async () => {
  await browser.close();
  await pc.close();
  await centre.close();
});

async function signIn(page: Page, user: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(user, { timeout: 60_000 });
  await page.getByLabel('Mật khẩu', { exact: true }).fill(testPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 60_000 });
}

/** Looks again until the form at the PC offers the row in these words: news come when they come. */
async function offeredAtThePc(words: string): Promise<void> {
  const { page } = pc;
  const option = page.locator('.ant-select-item-option').filter({ hasText: added });
  await expect(async () => {
    await page.getByRole('combobox', { name: /Dân tộc/ }).fill('bo sung thu');
    await expect(option).toContainText(words, { timeout: 1_000 });
    await page.keyboard.press('Escape');
  }).toPass({ timeout: 60_000 });
}

test('a row that the department adds is offered at an office by itself, also when the line goes', async () => {
  await browser.getByRole('navigation').getByRole('link', { name: 'Danh mục' }).click();
  await browser.getByRole('link', { name: 'Dân tộc', exact: true }).click();
  await browser.getByRole('button', { name: 'Thêm dòng' }).click({ timeout: 60_000 });
  const dialog = browser.getByRole('dialog');
  await dialog.getByLabel('Mã', { exact: true }).fill('56');
  await dialog.getByLabel('Tên gọi').fill(added);
  await dialog.getByLabel('Căn cứ').fill('Quyết định thử, Điều 1');
  await dialog.getByLabel('Lý do').fill('Thử đường đi của một sửa đổi');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(browser.getByText('Các dòng (56)')).toBeVisible();

  await pc.page.getByRole('button', { name: 'Lập hồ sơ mới' }).first().click();
  await offeredAtThePc(added);
  await pc.line.down();
  await offeredAtThePc(added);
  await pc.line.up();
});

test('a row that has ended is still found, and says so', async () => {
  await browser.getByRole('searchbox').fill('bo sung thu');
  await browser.getByRole('button', { name: `Kết thúc hiệu lực của ${added}` }).click();
  const dialog = browser.getByRole('dialog');
  await dialog.getByLabel('Ngày hiệu lực cuối cùng').fill('1/1/2026');
  await dialog.getByLabel('Lý do').fill('Thử kết thúc');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog).toBeHidden();
  await browser.getByRole('tab', { name: 'Lịch sử sửa đổi (2)' }).click();
  await expect(browser.getByText('Hiệu lực đến hết: 01/01/2026')).toBeVisible();

  await offeredAtThePc('đã hết hiệu lực');
  await pc.page.getByRole('combobox', { name: /Dân tộc/ }).fill('bo sung thu');
  await takePicture(pc.page, 'catalogue-at-the-office');
});
