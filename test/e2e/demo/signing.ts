/** The head signs: choose the token's certificate, type the PIN in its own window. */
import { expect, type Page } from '@playwright/test';
import { goTo, selectAll } from './moves.ts';
import type { Stage } from './stage.ts';

const pins = { right: '12345678', wrong: '00000000' } as const;

/** With a wrong PIN the PIN window says so and stays; the head then gives up. */
export async function signWithToken(stage: Stage, pin: keyof typeof pins): Promise<Page> {
  const page = await stage.office('head');
  await goTo(page, 'Phê duyệt');
  await selectAll(page);
  await page
    .getByRole('button', { name: /^Ký phê duyệt/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Võ Minh Hiếu').first().click();
  const opened = stage.desktop('head').app.waitForEvent('window');
  await dialog.getByRole('button', { name: 'Ký số' }).click();
  const pinWindow = await opened;
  await pinWindow.getByLabel('Mã PIN').fill(pins[pin]);
  await pinWindow.screenshot({ path: `${stage.outDir}/pin-${pin}.png` });
  await pinWindow.getByRole('button', { name: 'Ký số' }).click();
  if (pin === 'right') {
    await expect(page.getByText(/Đã ký phê duyệt \d+ thay đổi/).first()).toBeVisible();
    await page.keyboard.press('Escape');
    return page;
  }
  await expect(pinWindow.getByText(/Mã PIN không đúng/)).toBeVisible();
  await pinWindow.screenshot({ path: `${stage.outDir}/pin-wrong-told.png` });
  await pinWindow.getByRole('button', { name: 'Hủy' }).click();
  await expect(dialog.getByText('Chưa có gì được ký').first()).toBeVisible();
  await page.screenshot({ path: `${stage.outDir}/pin-cancelled.png` });
  await page.keyboard.press('Escape');
  return page;
}
