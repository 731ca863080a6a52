/** How safe work is: kept, waiting, refused, lacking, carried on a stick. */
import { expect } from '@playwright/test';
import { someDossier, type Scene } from './scene.ts';

export const safetyScenes: readonly Scene[] = [
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
  {
    name: 'unfinished-offer',
    query: 'as=clerk&kept',
    hash: `/dossiers/${someDossier}/edit`,
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
    hash: `/dossiers/${someDossier}?tab=changes`,
    shows: 'Đã ẩn (không có quyền xem)',
    act: async (page) => {
      await page.getByText('Bản chụp minh chứng').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'evidence-shown',
    query: 'as=clerk',
    hash: `/dossiers/${someDossier}?tab=changes`,
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
];
