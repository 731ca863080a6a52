/**
 * An office loses its line, works on, and sees where each piece of its work is: the state of the exchange, the
 * ladder of a change, what only this PC has, and what the centre refused. With the keyboard alone.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  enter,
  enterBack,
  findRow,
  openTab,
  press,
  tabBackTo,
  tabTo,
  typeInto,
} from '../keyboard.ts';
import { expectAccessible, takePicture } from '../screens/inspect.ts';
import { clerk, openOffice, person, type Office } from './office.ts';
import { openPc, type Pc } from './pc.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

let office: Office;
let pc: Pc;
let page: Page;
/** Held by people whom this office does not see. */
const takenNumbers = ['087185991001', '087185991002'] as const;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  office = await openOffice();
  await office.signAll([await office.enter(office.second)]);
  for (const taken of takenNumbers) await office.enterBeside(taken);
  pc = await openPc(office.url);
  page = pc.page;
  await signIn();
});
test.afterAll(async () => {
  await pc.close();
  await office.close();
});

const status = () => page.getByTestId('sync-status');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('navigation').getByRole('link', { name });
const details = () => page.getByRole('dialog', { name: 'Đồng bộ với trung tâm' });
const ladder = () => page.getByRole('list', { name: 'Thay đổi này đã tới đâu' }).first();
const rung = (name: string): Locator => ladder().getByRole('listitem').filter({ hasText: name });

async function signIn(): Promise<void> {
  await tabTo(page, page.getByLabel('Tên đăng nhập'));
  await page.keyboard.type(clerk.user);
  await typeInto(page, page.getByLabel('Mật khẩu', { exact: true }), clerk.password);
  await page.keyboard.press('Enter');
  await expect(status()).toContainText('Đã đồng bộ', { timeout: 60_000 });
}

/** The indicator in the header; its details have the focus when they are open. */
async function openDetails(): Promise<void> {
  await tabTo(page, page.getByRole('button').filter({ has: status() }));
  await page.keyboard.press('Enter');
  await expect(details()).toBeFocused();
}

async function goTo(name: string | RegExp): Promise<void> {
  await tabBackTo(page, link(name));
  await page.keyboard.press('Enter');
}

test('the state of the exchange is read, paused, resumed and asked anew', async () => {
  await openDetails();
  await expect(details()).toContainText('Chờ gửi trên máy này0');
  await expect(details()).toContainText('Bị trung tâm từ chối0');
  await expect(details()).toContainText('Liên hệ lần cuối');
  await expectAccessible(page);

  await pc.line.down();
  await expect(status()).toContainText('Mất kết nối – không có thay đổi chờ gửi', {
    timeout: 60_000,
  });
  await enter(page, button('Tạm dừng'));
  await expect(status()).toContainText('Đã tạm dừng đồng bộ');
  await expect(details()).toContainText('máy nhận tiếp từ chỗ đã dừng');
  await enter(page, button('Tiếp tục đồng bộ'));
  await expect(status()).toContainText('Mất kết nối', { timeout: 60_000 });
  await takePicture(page, 'office-sync');

  await pc.line.up();
  await enter(page, button('Đồng bộ ngay'));
  await expect(status()).toContainText('Đã đồng bộ lúc', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await expect(details()).toBeHidden();
  await expect(page.getByRole('button').filter({ has: status() })).toBeFocused();
});

test('a change climbs its ladder from this disk to the approval, and leaves the list of what would be lost', async () => {
  await pc.line.down();
  await goTo('Hồ sơ');
  await findRow(page, 'tran thi lua', person);
  await page.keyboard.press('Enter');
  await enter(page, button('Sửa hồ sơ'));
  await typeInto(page, page.getByLabel('Số điện thoại'), '0912 345 678');
  await page.keyboard.press('Control+Enter');
  await submit();

  await expect(rung('Trên máy này')).toHaveClass(/reached/);
  await expect(rung('Tại trung tâm')).toContainText('chờ gửi');
  await takePicture(page, 'office-receipt-on-disk');
  await goTo(/^Chỉ ở máy này/);
  const list = page.getByRole('table', { name: 'Những gì chỉ có trên máy này' });
  await expect(list).toContainText(person);
  await expect(list).toContainText('Chờ gửi tới trung tâm');
  await expectAccessible(page);

  // With the line back it may go by itself before the key is pressed.
  await tabTo(page, button('Gửi ngay'));
  await pc.line.up();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Không mất gì' })).toBeVisible({
    timeout: 60_000,
  });
  await goTo('Bàn làm việc');
  await openRow();
  await expect(rung('Tại trung tâm')).toHaveClass(/reached/);
  await expect(rung('Đã đối chiếu')).toContainText('chưa đối chiếu');

  await tabBackTo(page, page.getByLabel(`Chọn thay đổi của ${person}`));
  await page.keyboard.press('Space');
  await enterBack(page, page.getByRole('button', { name: 'Đối chiếu', exact: true }));
  await openTab(page, /Chờ phê duyệt \(1\)/);
  await openRow();
  await expect(rung('Đã đối chiếu')).toContainText(clerk.name);
  await expect(status()).toContainText('Đã đồng bộ', { timeout: 60_000 });
  await office.sign();
  await expect(page.getByRole('tab', { name: /Chờ phê duyệt \(0\)/ })).toBeVisible({
    timeout: 60_000,
  });

  await goTo('Hồ sơ');
  await findRow(page, 'lua', person);
  await page.keyboard.press('Enter');
  await openTab(page, /Lịch sử/);
  await enter(page, page.locator('.ant-collapse-header'));
  await expect(rung('Đã phê duyệt')).toHaveClass(/reached/);
  await expect(rung('Đã sao lưu')).toContainText('chưa sao lưu');
  await takePicture(page, 'office-receipt-approved');
});

test('what the centre refused is read, mended and sent again, or given up after a question', async () => {
  await pc.line.down();
  await enterPerson('Lê Thị Mơ', takenNumbers[0]);
  await enterPerson('Ngô Văn Bình', takenNumbers[1]);
  await expect(status()).toContainText('2 thay đổi chờ gửi', { timeout: 60_000 });
  await pc.line.up();
  await openDetails();
  await enter(page, button('Đồng bộ ngay'));
  await expect(page.getByText('Bị từ chối 2')).toBeVisible({ timeout: 60_000 });
  await enter(page, button('Xem mục bị từ chối'));

  const mended = page.getByRole('region', { name: 'Lê Thị Mơ' });
  const given = page.getByRole('region', { name: 'Ngô Văn Bình' });
  await expect(mended).toContainText('Số định danh cá nhân này đã có hồ sơ trong tỉnh');
  await expectAccessible(page);
  await takePicture(page, 'office-refused');

  await enter(page, given.getByRole('button', { name: 'Bỏ' }));
  const question = page.getByRole('dialog', { name: 'Bỏ hẳn mục này?' });
  await expect(question).toContainText('Ngô Văn Bình');
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(given).toBeVisible();
  await enter(page, given.getByRole('button', { name: 'Bỏ' }));
  await enter(page, question.getByRole('button', { name: 'Bỏ hẳn' }));
  await expect(given).toBeHidden();

  await enterBack(page, mended.getByRole('button', { name: 'Sửa và gửi lại' }));
  await tabTo(page, page.getByLabel('Số định danh').first());
  await press(page, 'Control+A');
  await page.keyboard.type('087185991003');
  await page.keyboard.press('Control+Enter');
  await enter(page, button('Gửi lại'));
  await expect(page.getByText('Không có gì bị từ chối')).toBeVisible({ timeout: 60_000 });
  await expect(status()).toContainText('Đã đồng bộ', { timeout: 60_000 });
  await goTo('Bàn làm việc');
  await expect(page.getByRole('cell', { name: 'Lê Thị Mơ', exact: true })).toBeVisible();
});

/** A new dossier with the least that it needs. */
async function enterPerson(name: string, identityNumber: string): Promise<void> {
  await goTo('Hồ sơ');
  await enter(page, button(/Lập hồ sơ/));
  await typeInto(page, page.getByLabel('Họ và tên khai sinh'), name);
  await tabTo(page, page.getByRole('radio', { name: 'Nam' }));
  await page.keyboard.press('Space');
  await typeInto(page, page.getByLabel('Ngày sinh'), '12/3/1985');
  await typeInto(page, page.getByLabel('Số định danh').first(), identityNumber);
  await page.keyboard.press('Control+Enter');
  await submit();
}

/** The review: the day from which the clock of the law runs, then Enter. */
async function submit(): Promise<void> {
  await expect(page.getByLabel('Ngày phát sinh')).toBeFocused();
  await page.keyboard.type('20/11/2026');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Ngày phát sinh')).toBeHidden();
}

async function openRow(): Promise<void> {
  await enter(page, page.locator('.expand-button'));
  await expect(ladder()).toBeVisible();
}
