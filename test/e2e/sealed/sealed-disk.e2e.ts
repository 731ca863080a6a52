/**
 * A PC that is lost while it is locked tells nothing: over the whole data folder no name, no number and no
 * word of a dossier is found. The scan itself is tried first, on a record written in clear.
 */
import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { scanFolder, textsIn } from '../../helpers/disk-scan.ts';
import { goTo, signIn, syncWords, waitSynced } from '../demo/moves.ts';
import { Stage } from '../demo/stage.ts';
import { readDatabases } from './page-database.ts';
import { secretsOf } from './secrets.ts';

const user = 'vanthu.xa';
const newName = 'Tôn Nữ Quỳnh Nghi';
const newNumber = '087185990777';
const unfinishedName = 'Trương Khương Duyệt';
const entered = [newName, newNumber, unfinishedName, 'Khoa Vệ tinh Hải Vân Quan'];

async function fillNew(page: Page, name: string): Promise<void> {
  await goTo(page, 'Hồ sơ');
  await page.getByRole('button', { name: /Lập hồ sơ/ }).click();
  await page.getByLabel('Họ và tên khai sinh').fill(name);
}

async function submitOffline(page: Page): Promise<void> {
  await fillNew(page, newName);
  await page.getByRole('combobox', { name: 'Đơn vị' }).click();
  await page
    .getByRole('option', { name: /UBND xã Mỹ An/ })
    .or(page.getByTitle(/UBND xã Mỹ An/))
    .last()
    .click();
  await page.getByLabel('Ngày sinh').fill('12/3/1985');
  await page.getByRole('radio', { name: 'Nữ' }).check();
  await page.getByLabel('Số định danh').first().fill(newNumber);
  await page.getByRole('button', { name: 'Xem thay đổi' }).click();
  await page.getByLabel('Ngày phát sinh').fill('20/11/2026');
  await page.getByRole('button', { name: 'Trình đối chiếu' }).click();
  await expect(syncWords(page)).toContainText('1 thay đổi chờ gửi');
}

async function expectNothing(stage: Stage, page: Page, secrets: readonly string[]): Promise<void> {
  expect(textsIn(Buffer.from(await readDatabases(page)), secrets)).toEqual([]);
  await expectCleanFolder(stage, secrets);
}

/** Compiled code of the program: short words stand in it by themselves (`Tran`, of "transition"), whole phrases do not. */
const isCode = (file: string) => file.startsWith(path.join('Code Cache', path.sep));

async function expectCleanFolder(stage: Stage, secrets: readonly string[]): Promise<void> {
  const found = await scanFolder(stage.folderOf('clerk'), secrets);
  expect(found.filter(({ file, text }) => !isCode(file) || /[ \d]/.test(text))).toEqual([]);
}

test('locked, signed out or closed, the PC holds no word of a dossier', async () => {
  test.setTimeout(300_000);
  const info = test.info();
  const stage = await Stage.open(info.outputDir);
  try {
    const secrets = await secretsOf(entered);
    expect(secrets.length).toBeGreaterThan(60);
    await stage.serverUp();
    const page = await stage.office('clerk');
    await signIn(page, user, stage.password(user));
    await waitSynced(page);
    await goTo(page, 'Bàn làm việc');
    await expect(page.getByText('Cao Thị Bích Đào').first()).toBeVisible();

    await stage.serverDown();
    await submitOffline(page);
    await fillNew(page, unfinishedName);
    await page.getByLabel('Ghi chú').fill('Khoa Vệ tinh Hải Vân Quan');
    await page.getByRole('button', { name: /Tài khoản/ }).click();
    await page.getByText('Khóa (Ctrl+L)').click();
    await expect(page.getByText('Chương trình đang khóa')).toBeVisible();
    await page.screenshot({ path: info.outputPath('locked.png') });
    await expectNothing(stage, page, secrets);

    // The scan can fail: the same folder with one record in clear.
    const plain = `Bản rõ ${randomUUID()}`;
    await page.evaluate((text) => {
      localStorage.setItem('in-clear', text);
    }, plain);
    expect(textsIn(Buffer.from(await readDatabases(page)), [plain])).toEqual([plain]);
    await expect
      .poll(async () => (await scanFolder(stage.folderOf('clerk'), [plain])).length, {
        timeout: 60_000,
      })
      .toBeGreaterThan(0);

    await page.getByLabel('Mật khẩu', { exact: true }).fill(stage.password(user));
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page.getByText(/Có nội dung chưa gửi/)).toBeVisible();
    await page.screenshot({ path: info.outputPath('offered.png') });
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.getByLabel('Họ và tên khai sinh')).toHaveValue(unfinishedName);
    await expect(syncWords(page)).toContainText('1 thay đổi chờ gửi');

    await page.getByRole('button', { name: /Tài khoản/ }).click();
    await page.getByText('Đăng xuất', { exact: true }).click();
    // Signing out loads the page anew: what is read must be read in the new one.
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Đăng xuất' }).last().click();
    await loaded;
    await expect(page.getByLabel('Tên đăng nhập')).toBeVisible();
    await expectNothing(stage, page, secrets);
    await stage.closeOffice('clerk');
    await expectCleanFolder(stage, secrets);
  } finally {
    await stage.close();
  }
});
