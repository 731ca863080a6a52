/** What must not be lost, by keyboard alone: a vault that does not open, versions that only this PC has, old data. */
import { enter, tabTo, typeInto } from '../keyboard.ts';
import { expect, test } from './stage-test.ts';

const titleOf = {
  'khoa may dong': 'Hệ điều hành không mở được khóa',
  'tep khoa hong': 'Tệp khóa trên máy này bị hỏng',
} as const;

for (const [password, told] of Object.entries(titleOf)) {
  test(`a vault that does not open (${told}): try again, begin anew only when asked twice, or go back`, async ({
    page,
    open,
  }) => {
    await open('', '/');
    await typeInto(page, page.getByLabel('Tên đăng nhập'), 'clerk');
    await typeInto(page, page.getByLabel('Mật khẩu', { exact: true }), password);
    await page.keyboard.press('Enter');
    await expect(page.getByText(told)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Thử lại' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(told)).toBeVisible();

    const anew = page.getByRole('button', { name: 'Bắt đầu lại trên máy này' });
    await enter(page, anew);
    const question = page.getByRole('dialog');
    await expect(question).toContainText('vẫn nằm trên máy này');
    await expect(question.getByRole('button', { name: 'Hủy' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(page.getByText(told)).toBeVisible();

    await enter(page, anew);
    await enter(page, question.getByRole('button', { name: 'Bắt đầu lại' }));
    await expect(page.getByText('64 hồ sơ')).toBeVisible();
  });
}

test('who goes back from a vault that does not open finds the form again', async ({
  page,
  open,
}) => {
  await open('', '/');
  await typeInto(page, page.getByLabel('Tên đăng nhập'), 'clerk');
  await typeInto(page, page.getByLabel('Mật khẩu', { exact: true }), 'tep khoa hong');
  await page.keyboard.press('Enter');
  await enter(page, page.getByRole('button', { name: 'Hủy' }));
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible();
});

test('a version that the centre has no more is given up by name, and only after a question', async ({
  page,
  open,
}) => {
  await open('as=clerk&lacking=2', '/at-risk');
  const rows = page.getByRole('row').filter({ hasText: 'Trung tâm không còn bản này' });
  await expect(rows).toHaveCount(2, { timeout: 60_000 });
  await expect(page.getByRole('link', { name: 'Chỉ ở máy này (4)' })).toBeVisible();
  const giveUp = page.getByRole('button', { name: 'Bỏ bản này: Huỳnh Thị Kim Hương' });
  await enter(page, giveUp);
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Huỳnh Thị Kim Hương');
  await expect(question.getByRole('button', { name: 'Giữ lại' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await expect(rows).toHaveCount(2);
  await enter(page, giveUp);
  await enter(page, question.getByRole('button', { name: 'Bỏ bản này' }));
  await expect(rows).toHaveCount(1);
  await expect(page.getByText('Đã bỏ bản của “Huỳnh Thị Kim Hương”.')).toBeVisible();
});

test('the list and the ladder agree about what the centre has no more', async ({ page, open }) => {
  await open('as=clerk&lacking=3', '/desk?tab=verified');
  const opener = page.locator('.expand-button').first();
  await expect(opener).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('row').nth(1)).toContainText('Trên máy này');
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const rungs = page.getByRole('list', { name: 'Thay đổi này đã tới đâu' }).getByRole('listitem');
  await expect(rungs).toHaveCount(5);
  await expect(rungs.nth(1)).toContainText('không còn bản này');
  await expect(rungs.nth(4)).toContainText('chưa sao lưu');
});

test('old data are asked for by keyboard, and a wrong old password is said in the dialogue', async ({
  page,
  open,
}) => {
  await open('as=clerk&people=0&aside', '/at-risk');
  await enter(page, page.getByRole('button', { name: 'Mở lại dữ liệu cũ' }));
  await expect(page.getByLabel('Mật khẩu cũ')).toBeFocused();
  await page.keyboard.type('khong nho');
  await typeInto(page, page.getByLabel('Mật khẩu hiện nay'), 'x');
  await enter(page, page.getByRole('button', { name: 'Mở lại và đăng xuất' }));
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'không mở được dữ liệu nào',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Mở lại dữ liệu cũ' })).toBeFocused();
});

test('papers of a hidden section stand there without their names', async ({ page, open }) => {
  const dossier = '/dossiers/dossier:00000000000000000000000004?tab=changes';
  await open('as=unitAdmin', dossier);
  const papers = page.locator('.scan-rows li');
  await expect(papers).toHaveText([/Bản chụp 1.*Đã ẩn/, /Bản chụp 2.*Đã ẩn/], { timeout: 60_000 });
  expect(await page.content()).not.toContain('kết nạp');
  await expect(page.getByRole('button', { name: /Xem bản chụp/ })).toHaveCount(0);
  await open('as=clerk', dossier);
  await expect(papers.first()).toContainText('Quyết định kết nạp', { timeout: 60_000 });
  await expect(page.getByRole('button', { name: /Xem bản chụp Quyết định/ })).toBeVisible();
});
