/** The way in: signing in, locked, and everything that keeps one out. */
import { expect, type Page } from '@playwright/test';
import type { Scene } from './scene.ts';

const signInWith =
  (password: string, told: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Tên đăng nhập').fill('vanthu.myan');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByText(told)).toBeVisible();
  };

export const entryScenes: readonly Scene[] = [
  { name: 'sign-in', query: '', hash: '/', shows: 'Đăng nhập' },
  { name: 'server-address', query: 'server=none', hash: '/', shows: 'Kết nối máy chủ' },
  {
    name: 'issued-password',
    query: 'as=clerk&password=issued',
    hash: '/',
    shows: 'Đổi mật khẩu được cấp',
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
  { name: 'old-data-back', query: 'left=broughtBack', hash: '/', shows: 'Dữ liệu cũ đã sẵn sàng' },
];
