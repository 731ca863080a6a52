/** Every screen, and how to come before it: who sits there, what stands there, and where. */
import { expect, type Page } from '@playwright/test';

export interface Scene {
  readonly name: string;
  /** Read by scenes.ts. */
  readonly query: string;
  readonly hash: string;
  /** Something that only the finished screen shows. */
  readonly shows: string;
  /** Its picture in docs/images. */
  readonly inDocs?: string;
  /** What has to be done there before the picture. */
  readonly act?: (page: Page) => Promise<void>;
}

const dossier = 'dossier:00000000000000000000000004';

const conflicted = 'change:000000000000000000000001YP';

const signInWith =
  (password: string, told: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Tên đăng nhập').fill('vanthu.myan');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByText(told)).toBeVisible();
  };

export const scenes: readonly Scene[] = [
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
    name: 'list-search-offline',
    query: 'as=clerk&sync=offline',
    hash: '/dossiers',
    shows: '64 hồ sơ',
    inDocs: 'desktop-dossiers',
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('nguyen thi kim anh');
      await expect(page.getByText('3 hồ sơ', { exact: true })).toBeVisible();
    },
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
  {
    name: 'dossier-approvals-checked',
    query: 'as=department&place=browser',
    hash: `/dossiers/${dossier}?tab=approvals`,
    shows: 'Kiểm tra chữ ký ngay',
    inDocs: 'dashboard-evidence',
    act: async (page) => {
      await page.getByRole('button', { name: 'Kiểm tra chữ ký ngay' }).click();
      await expect(page.getByText('Kiểm tra ngay: chữ ký hợp lệ')).toBeVisible();
    },
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
    inDocs: 'conflict-case',
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
    inDocs: 'courier',
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
    inDocs: 'carrier',
    query: 'as=department&place=browser',
    hash: '/courier',
    shows: 'Chọn gói gửi (.hoso-goi)',
  },
  { name: 'locked', query: 'left=locked', hash: '/', shows: 'Chương trình đang khóa' },
  {
    name: 'locked-lease-ended',
    query: 'left=lockedLong',
    hash: '/',
    shows: 'phải có mạng mới mở được',
  },
  { name: 'session-expired', query: 'left=expired', hash: '/', shows: 'Đăng nhập' },
  { name: 'revoked', query: 'left=revoked', hash: '/', shows: 'Khóa dữ liệu trên máy đã được hủy' },
  {
    name: 'lease-ended',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: async (page) => {
      await signInWith('qua han', 'Máy này đã quá 30 ngày chưa liên hệ trung tâm')(page);
      await expect(page.getByText('phải có mạng mới mở được')).toBeVisible();
    },
  },
  {
    name: 'clock-behind',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: signInWith('dong ho lui', 'Đồng hồ của máy chạy lùi'),
  },
  {
    name: 'no-line',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: signInWith('mat mang', 'Không kết nối được'),
  },
  {
    name: 'old-password',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: signInWith('doi o noi khac', 'Mật khẩu đã được đổi ở nơi khác'),
  },
  {
    name: 'old-password-wrong',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: async (page) => {
      await signInWith('doi o noi khac', 'Mật khẩu đã được đổi ở nơi khác')(page);
      await page.getByLabel('Mật khẩu cũ trên máy này').fill('khong nho');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Mật khẩu cũ chưa đúng')).toBeVisible();
    },
  },
  {
    name: 'old-password-without',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: async (page) => {
      await signInWith('doi o noi khac', 'Mật khẩu đã được đổi ở nơi khác')(page);
      await page.getByRole('button', { name: 'Không nhớ mật khẩu cũ' }).click();
      await expect(page.getByRole('dialog')).toContainText('Vào mà không có mật khẩu cũ?');
    },
  },
  {
    name: 'vault-keyring-closed',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: signInWith('khoa may dong', 'Hệ điều hành không mở được khóa'),
  },
  {
    name: 'vault-damaged',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: signInWith('tep khoa hong', 'Tệp khóa trên máy này bị hỏng'),
  },
  {
    name: 'vault-begin-anew',
    query: '',
    hash: '/',
    shows: 'Đăng nhập',
    act: async (page) => {
      await signInWith('tep khoa hong', 'Tệp khóa trên máy này bị hỏng')(page);
      await page.getByRole('button', { name: 'Bắt đầu lại trên máy này' }).click();
      await expect(page.getByRole('dialog')).toContainText('để dữ liệu cũ sang một bên?');
    },
  },
  { name: 'devices', query: 'as=clerk', hash: '/devices', shows: 'PC-VANTHU-01' },
  {
    name: 'devices-too-many',
    query: 'as=clerk&tooManyPcs',
    hash: '/devices',
    shows: 'nên máy này chưa được ghi nhận',
  },
  {
    name: 'devices-revoke-own',
    query: 'as=clerk',
    hash: '/devices',
    shows: 'PC-VANTHU-01',
    act: async (page) => {
      await page
        .getByRole('button', { name: /Thu hồi/ })
        .first()
        .click();
      await expect(page.getByText('Đây là máy đang dùng')).toBeVisible();
    },
  },
  {
    name: 'devices-of-another',
    query: 'as=unitAdmin',
    hash: '/devices',
    shows: 'PC-VANTHU-01',
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Xem máy tính của' }).click();
      await page.getByTitle(/Trần Văn Mười/).click();
      await expect(page.getByRole('heading', { name: /Trần Văn Mười/ })).toBeVisible();
      await page
        .getByRole('button', { name: /Thu hồi/ })
        .nth(1)
        .click();
      await expect(page.getByText('Không hoàn tác được')).toBeVisible();
    },
  },
  {
    name: 'unfinished-offer',
    query: 'as=clerk&kept',
    hash: `/dossiers/${dossier}/edit`,
    shows: 'Có nội dung chưa gửi',
  },
  {
    name: 'unfinished-offer-new',
    query: 'as=clerk&kept',
    hash: '/dossiers/new',
    shows: 'Có nội dung chưa gửi',
    act: async (page) => {
      await page.getByRole('button', { name: 'Bỏ nội dung này' }).click();
      await expect(page.getByText('Bỏ hẳn nội dung chưa gửi?')).toBeVisible();
    },
  },
  {
    name: 'refused-versions',
    query: 'as=clerk',
    hash: '/refused',
    shows: 'Sửa và gửi lại',
    act: async (page) => {
      await page.getByRole('table').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'refused-none',
    query: 'as=clerk&people=0',
    hash: '/refused',
    shows: 'Không có gì bị từ chối',
  },
  {
    name: 'refused-mend',
    query: 'as=clerk',
    hash: '/refused',
    shows: 'Sửa và gửi lại',
    act: async (page) => {
      await page.getByRole('button', { name: 'Sửa và gửi lại' }).first().click();
      await expect(page.getByLabel('Họ và tên khai sinh')).toBeVisible();
    },
  },
  {
    name: 'refused-discard',
    query: 'as=clerk',
    hash: '/refused',
    shows: 'Sửa và gửi lại',
    act: async (page) => {
      await page.getByRole('button', { name: 'Bỏ' }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'receipts-all-rungs',
    query: 'as=clerk',
    hash: '/dossiers/dossier:00000000000000000000000006?tab=history',
    shows: 'Lịch sử (3)',
    act: async (page) => {
      const heads = page.locator('.ant-collapse-header');
      for (const at of [0, 1, 2]) await heads.nth(at).click();
      await expect(page.getByRole('list', { name: 'Thay đổi này đã tới đâu' })).toHaveCount(3);
    },
  },
  {
    name: 'conflict-case-masked',
    query: 'as=unitAdmin',
    hash: `/desk/${conflicted}/conflict`,
    shows: 'Hiện nay tại hồ sơ',
  },
  {
    name: 'refused',
    query: 'as=clerk',
    hash: '/refused',
    shows: 'Sửa và gửi lại',
    inDocs: 'refused',
  },
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
    name: 'at-risk-lacking',
    query: 'as=clerk&lacking=2',
    hash: '/at-risk',
    shows: 'Trung tâm không còn bản này',
  },
  {
    name: 'at-risk-give-up',
    query: 'as=clerk&lacking=2',
    hash: '/at-risk',
    shows: 'Trung tâm không còn bản này',
    act: async (page) => {
      await page
        .getByRole('button', { name: /Bỏ bản này/ })
        .last()
        .click();
      await expect(page.getByRole('dialog')).toContainText('Bỏ bản chỉ còn trên máy này?');
    },
  },
  {
    name: 'receipts-lacking',
    query: 'as=clerk&lacking=3',
    hash: '/desk?tab=verified',
    shows: 'Chờ phê duyệt (3)',
    act: async (page) => {
      await page.locator('.expand-button').first().click();
      await expect(page.getByText('không còn bản này').first()).toBeVisible();
    },
  },
  {
    name: 'receipts-lacking-step',
    query: 'as=clerk&lacking=8',
    hash: '/desk?tab=returned',
    shows: 'Sửa và trình lại',
    act: async (page) => {
      await page.locator('.expand-button').first().click();
      await expect(page.getByText('chỉ còn bản trước đó').first()).toBeVisible();
    },
  },
  {
    name: 'evidence-hidden',
    query: 'as=unitAdmin',
    hash: `/dossiers/${dossier}?tab=changes`,
    shows: 'Đã ẩn (không có quyền xem)',
    act: async (page) => {
      await page.getByText('Bản chụp minh chứng').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'evidence-shown',
    query: 'as=clerk',
    hash: `/dossiers/${dossier}?tab=changes`,
    shows: 'Bản chụp minh chứng',
    act: async (page) => {
      await page.getByText('Bản chụp minh chứng').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'old-data-dialog',
    query: 'as=clerk&people=0&aside',
    hash: '/at-risk',
    shows: 'Trên máy này còn dữ liệu cũ',
    act: async (page) => {
      await page.getByRole('button', { name: 'Mở lại dữ liệu cũ' }).click();
      await expect(page.getByLabel('Mật khẩu cũ')).toBeFocused();
    },
  },
  { name: 'old-data-back', query: 'left=broughtBack', hash: '/', shows: 'Dữ liệu cũ đã sẵn sàng' },
  {
    name: 'at-risk-old-data',
    query: 'as=clerk&people=0&aside',
    hash: '/at-risk',
    shows: 'Trên máy này còn dữ liệu cũ',
    act: async (page) => {
      await page.getByRole('button', { name: 'Mở lại dữ liệu cũ' }).click();
      await page.getByLabel('Mật khẩu cũ').fill('khong nho');
      await page.getByLabel('Mật khẩu hiện nay').fill('x');
      await page.keyboard.press('Enter');
      await expect(page.getByText('không mở được dữ liệu nào')).toBeVisible();
    },
  },
  {
    name: 'at-risk-all',
    inDocs: 'at-risk',
    query: 'as=clerk&sync=offline&kept&aside',
    hash: '/at-risk',
    shows: 'biểu mẫu đang nhập dở',
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
    name: 'backups-running',
    query: 'as=admin&place=browser&backups=running',
    hash: '/backups',
    shows: 'Đang phục hồi thử',
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
