/** The work itself: dossiers, the desk, conflicts, approvals, PCs, backups. */
import { expect } from '@playwright/test';
import { someDossier, type Scene } from './scene.ts';

const conflicted = 'change:000000000000000000000001YP';

export const workScenes: readonly Scene[] = [
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
    name: 'dossier',
    query: 'as=clerk',
    hash: `/dossiers/${someDossier}`,
    shows: 'Thông tin cá nhân',
  },
  {
    name: 'dossier-hidden',
    query: 'as=unitAdmin',
    hash: `/dossiers/${someDossier}`,
    shows: 'Đã ẩn (không có quyền xem)',
  },
  {
    name: 'change-hidden',
    query: 'as=unitAdmin',
    hash: `/dossiers/${someDossier}?tab=changes`,
    shows: 'Đã ẩn (không có quyền xem)',
  },
  {
    name: 'dossier-history',
    query: 'as=clerk',
    hash: `/dossiers/${someDossier}?tab=history`,
    shows: 'Lịch sử (2)',
  },
  {
    name: 'dossier-approvals',
    query: 'as=department&place=browser',
    hash: `/dossiers/${someDossier}?tab=approvals`,
    shows: 'Kiểm tra chữ ký ngay',
  },
  {
    name: 'dossier-approvals-checked',
    query: 'as=department&place=browser',
    hash: `/dossiers/${someDossier}?tab=approvals`,
    shows: 'Kiểm tra chữ ký ngay',
    inDocs: 'dashboard-evidence',
    act: async (page) => {
      await page.getByRole('button', { name: 'Kiểm tra chữ ký ngay' }).click();
      await expect(page.getByText('Kiểm tra ngay: chữ ký hợp lệ')).toBeVisible();
    },
  },
  { name: 'new', query: 'as=clerk', hash: '/dossiers/new', shows: 'Lập hồ sơ mới' },
  { name: 'edit', query: 'as=clerk', hash: `/dossiers/${someDossier}/edit`, shows: 'Chưa sửa gì' },
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
    name: 'conflict-case-masked',
    query: 'as=unitAdmin',
    hash: `/desk/${conflicted}/conflict`,
    shows: 'Hiện nay tại hồ sơ',
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
