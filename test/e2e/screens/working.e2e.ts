/** How screens answer the hand: questions before something is lost, keyboard, passwords, signing. */
import { expect, test } from './stage-test.ts';

test('unsaved input is not left without a question', async ({ page, open }) => {
  await open('as=clerk', '/dossiers/new');
  await expect(page.getByText('Lập hồ sơ mới').first()).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('Họ và tên khai sinh').fill('Lê Thị Mẫu');
  await page.getByRole('link', { name: 'Bàn làm việc' }).click();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page.getByLabel('Họ và tên khai sinh')).toHaveValue('Lê Thị Mẫu');
  await page.getByRole('link', { name: 'Bàn làm việc' }).click();
  await page.getByRole('button', { name: 'Rời đi' }).click();
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();
});

test('the list is searched without marks and opened by keyboard alone', async ({ page, open }) => {
  await open('as=clerk', '/dossiers');
  await expect(page.getByText('64 hồ sơ').first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('/');
  await page.keyboard.type('nguyen thi kim anh');
  await expect(page.getByText('3 hồ sơ', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('tr:focus')).toContainText('Nguyễn Thị Kim Ánh');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nguyễn Thị Kim Ánh' })).toBeVisible();
});

test('a token without a usable certificate cannot sign, and says why', async ({ page, open }) => {
  await open('as=head&token=none', '/approvals');
  await expect(page.getByText('Ký phê duyệt').first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Ký phê duyệt' }).click();
  await expect(page.getByText('Chưa thấy USB token')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ký số' })).toBeDisabled();
});

test('a refused signature says what is safe', async ({ page, open }) => {
  await open('as=head&pin=wrong', '/approvals');
  await expect(page.getByText('Ký phê duyệt').first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Ký phê duyệt' }).click();
  await page.getByRole('button', { name: 'Ký số' }).click();
  await expect(page.getByText('Chưa ký được')).toBeVisible();
  await expect(page.getByText('Các thay đổi vẫn chờ phê duyệt như trước.')).toBeVisible();
});

test('an issued password is changed before anything else opens', async ({ page, open }) => {
  await open('as=clerk&password=issued', '/dossiers');
  await expect(page.getByText('Đổi mật khẩu được cấp').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText('QCVN 12:2026/BCA')).toBeVisible();
  const change = async (current: string, next: string, repeated = next) => {
    await page.getByLabel('Mật khẩu hiện tại').fill(current);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(repeated);
    await page.keyboard.press('Enter');
  };
  await change('Cap@2026', 'quadegian');
  await expect(page.getByText('Chưa đủ mạnh')).toBeVisible();
  await expect(page.getByLabel('Mật khẩu mới', { exact: true })).toBeFocused();
  await change('Cap@2026', 'Lua@Moi2026', 'Lua@Moi2027');
  await expect(page.getByText('chưa giống nhau')).toBeVisible();
  await change('sai', 'Lua@Moi2026');
  await expect(page.getByText('Mật khẩu hiện tại không đúng')).toBeVisible();
  await expect(page.getByLabel('Mật khẩu hiện tại')).toBeFocused();
  await change('Cap@2026', 'Lua@Moi2026');
  await expect(page.getByText('64 hồ sơ')).toBeVisible();
  await expect(page.getByText('Đã đổi mật khẩu.')).toBeVisible();
});

test('everyone may change the password from the account menu', async ({ page, open }) => {
  await open('as=clerk', '/dossiers');
  await expect(page.getByText('64 hồ sơ').first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Đổi mật khẩu' }).click();
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByRole('dialog').getByText('Chưa nhập ô này.')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the next person begins at their own start, not where the one before left off', async ({
  page,
  open,
}) => {
  await open('as=clerk', '/desk');
  await expect(page.getByText('Chờ đối chiếu (3)').first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByLabel('Tên đăng nhập').fill('department');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();
  // An address of a part that the account does not have leads home too.
  await page.evaluate(() => {
    location.hash = '#/import';
  });
  await expect(page).toHaveURL(/#\/overview$/);
  await expect(page.getByRole('heading', { name: 'Tổng quan' })).toBeVisible();
});
