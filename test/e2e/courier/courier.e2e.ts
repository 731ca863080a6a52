/**
 * An office whose line is gone, in the real window: what was entered goes to the centre as a file, is taken in there
 * by `hoso courier take`, and the answer brings the receipt back. Only the person's choice of a file is played.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { inRoot } from '../../../build/setup/paths.mjs';
import type { Desktop } from '../../helpers/desktop.ts';
import { goTo, signIn, syncWords, waitSynced } from '../demo/moves.ts';
import { Stage } from '../demo/stage.ts';

const user = 'vanthu.xa';
const person = 'Tôn Thất Đường Xa';

async function submitOffline(page: Page): Promise<void> {
  await goTo(page, 'Hồ sơ');
  await page.getByRole('button', { name: /Lập hồ sơ/ }).click();
  await page.getByLabel('Họ và tên khai sinh').fill(person);
  await page.getByRole('combobox', { name: 'Đơn vị' }).click();
  await page
    .getByRole('option', { name: /UBND xã Mỹ An/ })
    .or(page.getByTitle(/UBND xã Mỹ An/))
    .last()
    .click();
  await page.getByLabel('Ngày sinh').fill('12/3/1985');
  await page.getByRole('radio', { name: 'Nữ' }).check();
  await page.getByLabel('Số định danh').first().fill('087185990666');
  await page.getByRole('button', { name: 'Xem thay đổi' }).click();
  await page.getByLabel('Ngày phát sinh').fill('20/11/2026');
  await page.getByRole('button', { name: 'Trình đối chiếu' }).click();
  await expect(syncWords(page)).toContainText('1 thay đổi chờ gửi');
}

/** The person's next choice in the system's dialogue, for writing and for reading. */
const choose = ({ app }: Desktop, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);

async function takeAtCentre(dataDir: string, file: string, out: string): Promise<unknown> {
  const cli = inRoot('sync-server', 'cli', 'main.ts');
  const args = [cli, 'courier', 'take', file, '--out', out, '--data', dataDir, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

test('what an office without a line entered reaches the centre on a stick', async () => {
  test.setTimeout(300_000);
  const info = test.info();
  const stage = await Stage.open(info.outputDir);
  try {
    await stage.serverUp();
    const page = await stage.office('clerk');
    await signIn(page, user, stage.password(user));
    await waitSynced(page);
    await stage.serverDown();
    await submitOffline(page);

    await page.getByRole('navigation').getByText('Chuyển bằng USB').click();
    await expect(page.getByText('1 mục đang chờ gửi.')).toBeVisible();
    const stick = info.outputPath('usb');
    const bundle = path.join(stick, 'xa.hoso-goi');
    await choose(stage.desktop('clerk'), bundle);
    // The stick is not there yet: said in words, and nothing is lost.
    await page.getByRole('button', { name: 'Ghi gói vào USB' }).click();
    await expect(page.getByText('USB đã bị rút ra')).toBeVisible();
    await mkdir(stick, { recursive: true });
    await page.getByRole('button', { name: 'Ghi gói vào USB' }).click();
    await expect(page.getByText('Đã ghi xa.hoso-goi với 1 mục')).toBeVisible();
    await page.screenshot({ path: info.outputPath('written.png') });
    expect(await readdir(stick)).toEqual(['xa.hoso-goi']);
    expect((await stat(bundle)).size).toBeGreaterThan(500);
    const text = await readFile(bundle, 'utf8');
    const clear = text.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
    expect(clear.join('\n')).not.toContain('Đường Xa');

    const server = path.join(stage.folderOf('clerk'), '..', 'server');
    const answer = path.join(stick, 'xa.hoso-tra');
    expect(await takeAtCentre(server, bundle, answer)).toMatchObject({
      account: user,
      rows: 1,
      refused: 0,
    });
    await choose(stage.desktop('clerk'), answer);
    await page.getByRole('button', { name: 'Nhận gói trả lời' }).click();
    await expect(page.getByText('Trung tâm đã nhận 1 mục.')).toBeVisible();
    await page.screenshot({ path: info.outputPath('taken.png') });
    await expect(syncWords(page)).toContainText('không có thay đổi chờ gửi');
    await page.getByRole('button', { name: 'Nhận gói trả lời' }).click();
    await expect(page.getByText('Gói trả lời này đã nhận vào máy rồi')).toBeVisible();
    await goTo(page, 'Chỉ ở máy này');
    await expect(page.getByText('Không mất gì', { exact: true })).toBeVisible();
  } finally {
    await stage.close();
  }
});
