/** Every screen at 1366×768 over made-up data: it shows, nothing sticks out sideways, nothing is logged. */
import { expect, test, type Page } from '@playwright/test';
import { openStage, type StageServer } from './stage-server.ts';

interface Scene {
  readonly name: string;
  readonly query: string;
  readonly hash: string;
  /** Something that only the finished screen shows. */
  readonly shows: string;
}

const dossier = 'dossier:00000000000000000000000004';

const conflicted = 'change:000000000000000000000001YP';

const scenes: readonly Scene[] = [
  { name: 'sign-in', query: '', hash: '/', shows: 'Đăng nhập' },
  { name: 'server-address', query: 'server=none', hash: '/', shows: 'Kết nối máy chủ' },
  {
    name: 'issued-password',
    query: 'as=clerk&password=issued',
    hash: '/',
    shows: 'Đổi mật khẩu được cấp',
  },
  { name: 'list', query: 'as=clerk', hash: '/dossiers', shows: '64 hồ sơ' },
  { name: 'list-empty', query: 'as=clerk&people=0', hash: '/dossiers', shows: 'Chưa có hồ sơ nào' },
  {
    name: 'list-offline',
    query: 'as=clerk&sync=offline',
    hash: '/dossiers',
    shows: 'Mất kết nối – 3 thay đổi chờ gửi trên máy này',
  },
  {
    name: 'disk-low',
    query: 'as=clerk&disk=low',
    hash: '/dossiers',
    shows: 'Ổ đĩa của máy này sắp đầy (còn 143 MB)',
  },
  {
    name: 'disk-full',
    query: 'as=clerk&disk=full',
    hash: '/desk',
    shows: 'Ổ đĩa của máy này gần đầy (còn 12 MB)',
  },
  {
    name: 'rebuilding',
    query: 'as=clerk&disk=rebuilding',
    hash: '/dossiers',
    shows: 'Đang dựng lại dữ liệu từ máy chủ',
  },
  { name: 'dossier', query: 'as=clerk', hash: `/dossiers/${dossier}`, shows: 'Thông tin cá nhân' },
  {
    name: 'dossier-hidden',
    query: 'as=unitAdmin',
    hash: `/dossiers/${dossier}`,
    shows: 'Đã ẩn (không có quyền xem)',
  },
  {
    name: 'change-hidden',
    query: 'as=unitAdmin',
    hash: `/dossiers/${dossier}?tab=changes`,
    shows: 'Đã ẩn (không có quyền xem)',
  },
  {
    name: 'dossier-history',
    query: 'as=clerk',
    hash: `/dossiers/${dossier}?tab=history`,
    shows: 'Lịch sử (2)',
  },
  {
    name: 'dossier-approvals',
    query: 'as=department&place=browser',
    hash: `/dossiers/${dossier}?tab=approvals`,
    shows: 'Kiểm tra chữ ký ngay',
  },
  { name: 'new', query: 'as=clerk', hash: '/dossiers/new', shows: 'Lập hồ sơ mới' },
  { name: 'edit', query: 'as=clerk', hash: `/dossiers/${dossier}/edit`, shows: 'Chưa sửa gì' },
  { name: 'desk', query: 'as=clerk', hash: '/desk', shows: 'Chờ đối chiếu (3)' },
  { name: 'returned', query: 'as=clerk', hash: '/desk?tab=returned', shows: 'Sửa và trình lại' },
  {
    name: 'conflicts',
    query: 'as=clerk',
    hash: '/desk?tab=conflicted',
    shows: 'Trùng lặp cần xử lý (1)',
  },
  {
    name: 'conflict-case',
    query: 'as=clerk',
    hash: `/desk/${conflicted}/conflict`,
    shows: 'Hiện nay tại hồ sơ',
  },
  {
    name: 'conflict-case-of-another',
    query: 'as=head',
    hash: `/desk/${conflicted}/conflict`,
    shows: 'Giao lại',
  },
  { name: 'import', query: 'as=clerk', hash: '/import', shows: 'Chọn tệp Excel' },
  { name: 'approvals', query: 'as=head', hash: '/approvals', shows: 'Ký phê duyệt' },
  {
    name: 'approvals-browser',
    query: 'as=head&place=browser',
    hash: '/approvals',
    shows: 'Ký phê duyệt cần chương trình trên máy tính',
  },
  {
    name: 'courier',
    query: 'as=clerk&sync=offline',
    hash: '/courier',
    shows: 'Chờ gói trả lời; 3 mục còn chờ trên máy này',
  },
  {
    name: 'courier-first',
    query: 'as=clerk&courier=first',
    hash: '/courier',
    shows: 'Chưa ghi gói nào',
  },
  {
    name: 'courier-keyless',
    query: 'as=clerk&sync=offline&courier=keyless',
    hash: '/courier',
    shows: 'Máy này chưa nhận khóa của trung tâm',
  },
  {
    name: 'carrier',
    query: 'as=department&place=browser',
    hash: '/courier',
    shows: 'Chọn gói gửi (.hoso-goi)',
  },
  { name: 'locked', query: 'left=locked', hash: '/', shows: 'Chương trình đang khóa' },
  { name: 'devices', query: 'as=clerk', hash: '/devices', shows: 'PC-VANTHU-01' },
  { name: 'refused', query: 'as=clerk', hash: '/refused', shows: 'Sửa và gửi lại' },
  {
    name: 'at-risk-nothing',
    query: 'as=clerk&people=0',
    hash: '/at-risk',
    shows: 'Không mất gì',
  },
  {
    name: 'at-risk',
    query: 'as=clerk&sync=offline',
    hash: '/at-risk',
    shows: 'Chờ gửi tới trung tâm',
  },
  {
    name: 'overview',
    query: 'as=department&place=browser',
    hash: '/overview',
    shows: 'Chưa liên hệ quá 3 ngày',
  },
  {
    name: 'backups',
    query: 'as=admin&place=browser&backups=good',
    hash: '/backups',
    shows: 'Các bản đang giữ (9)',
  },
  {
    name: 'backups-trouble',
    query: 'as=admin&place=browser&backups=failed',
    hash: '/backups',
    shows: 'KHÔNG ĐẠT',
  },
  {
    name: 'backups-none',
    query: 'as=department&place=browser&backups=none',
    hash: '/backups',
    shows: 'Trung tâm chưa được sao lưu lần nào',
  },
];

let stage: StageServer;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(async () => {
  await stage.close();
});
test.use({ viewport: { width: 1366, height: 768 } });

async function openScene(page: Page, scene: Scene): Promise<readonly string[]> {
  const logged: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) logged.push(message.text());
  });
  page.on('pageerror', (error) => logged.push(error.message));
  await page.goto(`${stage.url}?${scene.query}#${scene.hash}`);
  await expect(page.getByText(scene.shows).first()).toBeVisible({ timeout: 60_000 });
  return logged;
}

for (const scene of scenes) {
  test(`screen ${scene.name}`, async ({ page }) => {
    const logged = await openScene(page, scene);
    await page.screenshot({ path: `test-results/screens/${scene.name}.png` });
    const sideways = await page.evaluate(() =>
      [document.documentElement, document.getElementById('content')].some(
        (box) => box !== null && box.scrollWidth > box.clientWidth,
      ),
    );
    expect(sideways, 'scrolls sideways').toBe(false);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.ant-table-body, .ant-table-content')].some(
        (box) => box.scrollWidth > box.clientWidth,
      ),
    );
    expect(cut, 'a table is wider than its place').toBe(false);
    // Only the content scrolls: header and navigation stay.
    const frame = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(frame, 'the frame is taller than the window').toBeLessThanOrEqual(768);
    expect(logged).toEqual([]);
  });
}

test('unsaved input is not left without a question', async ({ page }) => {
  await openScene(page, {
    name: '',
    query: 'as=clerk',
    hash: '/dossiers/new',
    shows: 'Lập hồ sơ mới',
  });
  await page.getByLabel('Họ và tên khai sinh').fill('Lê Thị Mẫu');
  await page.getByRole('link', { name: 'Bàn làm việc' }).click();
  await page.getByRole('button', { name: 'Ở lại' }).click();
  await expect(page.getByLabel('Họ và tên khai sinh')).toHaveValue('Lê Thị Mẫu');
  await page.getByRole('link', { name: 'Bàn làm việc' }).click();
  await page.getByRole('button', { name: 'Rời đi' }).click();
  await expect(page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible();
});

test('the list is searched without marks and opened by keyboard alone', async ({ page }) => {
  await openScene(page, { name: '', query: 'as=clerk', hash: '/dossiers', shows: '64 hồ sơ' });
  await page.keyboard.press('/');
  await page.keyboard.type('nguyen thi kim anh');
  await expect(page.getByText('3 hồ sơ', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('tr:focus')).toContainText('Nguyễn Thị Kim Ánh');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nguyễn Thị Kim Ánh' })).toBeVisible();
});

test('a token without a usable certificate cannot sign, and says why', async ({ page }) => {
  await openScene(page, {
    name: '',
    query: 'as=head&token=none',
    hash: '/approvals',
    shows: 'Ký phê duyệt',
  });
  await page.getByRole('button', { name: 'Ký phê duyệt' }).click();
  await expect(page.getByText('Chưa thấy USB token')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ký số' })).toBeDisabled();
});

test('a refused signature says what is safe', async ({ page }) => {
  await openScene(page, {
    name: '',
    query: 'as=head&pin=wrong',
    hash: '/approvals',
    shows: 'Ký phê duyệt',
  });
  await page.getByRole('button', { name: 'Ký phê duyệt' }).click();
  await page.getByRole('button', { name: 'Ký số' }).click();
  await expect(page.getByText('Chưa ký được')).toBeVisible();
  await expect(page.getByText('Các thay đổi vẫn chờ phê duyệt như trước.')).toBeVisible();
});

test('an issued password is changed before anything else opens', async ({ page }) => {
  await openScene(page, {
    name: '',
    query: 'as=clerk&password=issued',
    hash: '/dossiers',
    shows: 'Đổi mật khẩu được cấp',
  });
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

test('everyone may change the password from the account menu', async ({ page }) => {
  await openScene(page, { name: '', query: 'as=clerk', hash: '/dossiers', shows: '64 hồ sơ' });
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Đổi mật khẩu' }).click();
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByRole('dialog').getByText('Chưa nhập ô này.')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the next person begins at their own start, not where the one before left off', async ({
  page,
}) => {
  await openScene(page, { name: '', query: 'as=clerk', hash: '/desk', shows: 'Chờ đối chiếu (3)' });
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
