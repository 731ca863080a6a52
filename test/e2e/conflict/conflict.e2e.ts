/** Two edits of one dossier met: the case is found, decided and approved with the keyboard alone. */
import { expect, test, type Page } from '@playwright/test';
import { enter, findRow, openTab, press, tabBackTo, tabTo } from '../keyboard.ts';
import { expectAccessible, takePicture } from '../screens/inspect.ts';
import { clerk, person, type Office } from '../office/office.ts';
import { openConflictOffice } from './met-case.ts';

let office: Office;
test.beforeAll(async () => {
  office = await openConflictOffice();
});
test.afterAll(async () => {
  await office.close();
});
test.use({ viewport: { width: 1366, height: 768 } });

async function signIn(page: Page): Promise<void> {
  await page.goto(office.url);
  await tabTo(page, page.getByLabel('Tên đăng nhập'));
  await page.keyboard.type(clerk.user);
  await tabTo(page, page.getByLabel('Mật khẩu', { exact: true }));
  await page.keyboard.type(clerk.password);
  await page.keyboard.press('Enter');
  await enter(page, page.getByRole('link', { name: 'Bàn làm việc' }));
}

/** One field for a value of its own, the other for this change, one reason for both. */
async function decide(page: Page): Promise<void> {
  const phone = (take: string) => page.locator(`#decide-contact-phone-${take}`);
  await tabTo(page, phone('theirs'));
  await press(page, 'ArrowRight', 'ArrowRight');
  await expect(phone('other')).toBeChecked();
  await tabTo(page, phone('value'));
  await page.keyboard.type('0903 333 333');
  await tabTo(page, page.locator('#decide-contact-residence-theirs'));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#decide-contact-residence-mine')).toBeChecked();
  // A reason is missing: the keyboard is sent there, and nothing goes on.
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#decide-contact-phone-reason')).toBeFocused();
  await page.keyboard.type('Theo đơn ngày 20/11/2026');
  await tabTo(page, page.getByLabel('Lý do chung'));
  await page.keyboard.type('Theo sổ hộ khẩu');
  await enter(page, page.getByRole('button', { name: 'Ghi vào các ô lý do còn trống' }));
  await takePicture(page, 'conflict-journey', 'conflict-case');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
}

test('a conflict case is decided by keyboard, approved, and the dossier shows it', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page);
  await openTab(page, /Trùng lặp cần xử lý \(1\)/);
  await enter(page, page.getByRole('button', { name: `Xử lý trùng lặp của ${person}` }));
  await expect(page.getByText('Ấp An Lạc')).toBeVisible();
  await decide(page);
  await expect(page.getByText('Kết quả của quyết định')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Trình quyết định' })).toBeFocused();
  await takePicture(page, 'conflict-review');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /Chờ đối chiếu \(1\)/ })).toBeVisible();

  await openTab(page, /Chờ đối chiếu \(1\)/);
  await tabTo(page, page.getByLabel(`Chọn thay đổi của ${person}`));
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+Tab');
  await tabBackTo(page, page.getByRole('button', { name: 'Đối chiếu', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /Chờ phê duyệt \(1\)/ })).toBeVisible();
  await office.sign();
  await expect(page.getByRole('tab', { name: /Trùng lặp cần xử lý \(0\)/ })).toBeVisible();

  await tabBackTo(page, page.getByRole('link', { name: 'Hồ sơ', exact: true }));
  await page.keyboard.press('Enter');
  await findRow(page, 'tran thi lua', person);
  await page.keyboard.press('Enter');
  await expect(page.getByText('0903 333 333').first()).toBeVisible();
  await expect(page.getByText('Ấp An Thuận').first()).toBeVisible();
  await expect(page.getByText('Quản lý giáo dục').first()).toBeVisible();
});
