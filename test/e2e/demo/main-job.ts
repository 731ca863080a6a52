/** The main job: import, verify, sign; correct offline; sign again; see it at the centre. */
import { readdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { goTo, searchDossier, selectAll, signIn, syncWords, waitSynced } from './moves.ts';
import { keepEvidence, judgeEvidence } from './evidence.ts';
import { signWithToken } from './signing.ts';
import { staffListFile } from './staff-list.ts';
import type { Stage } from './stage.ts';
import type { Step } from './story.ts';

const people = 38;
const corrected = 'Phạm Minh Đạt';
const newPhone = '0912 345 678';

async function clerk(stage: Stage): Promise<Page> {
  return stage.office('clerk');
}

export const mainJob: readonly Step<Stage>[] = [
  {
    name: 'server-with-demo-province',
    run: async (stage) => {
      await stage.serverUp();
      return undefined;
    },
  },
  {
    name: 'clerk-signs-in',
    run: async (stage) => {
      const page = await clerk(stage);
      await signIn(page, 'vanthu.myan', stage.password('vanthu.myan'));
      await waitSynced(page);
      return page;
    },
  },
  {
    name: 'staff-list-read',
    run: async (stage) => {
      const page = await clerk(stage);
      await goTo(page, 'Nhập danh sách');
      await page.locator('input[type=file]').setInputFiles(await staffListFile(people));
      await expect(page.getByText(`${String(people)}/${String(people)} dòng hợp lệ`)).toBeVisible();
      return page;
    },
  },
  {
    name: 'changes-submitted',
    run: async (stage) => {
      const page = await clerk(stage);
      await page
        .getByRole('button', { name: `Trình ${String(people)} hồ sơ để đối chiếu` })
        .click();
      await expect(page.getByText(`Đã trình ${String(people)} hồ sơ để đối chiếu`)).toBeVisible();
      await waitSynced(page);
      return page;
    },
  },
  {
    name: 'changes-verified',
    run: async (stage) => {
      const page = await clerk(stage);
      await verifyAll(page, people);
      return page;
    },
  },
  {
    name: 'head-signs-in',
    run: async (stage) => {
      const page = await stage.office('head');
      await signIn(page, 'hieutruong', stage.password('hieutruong'));
      await goTo(page, 'Phê duyệt');
      await expect(page.getByText(`Chờ phê duyệt (${String(people)})`)).toBeVisible({
        timeout: 60_000,
      });
      return page;
    },
  },
  {
    name: 'wrong-pin-is-told',
    run: (stage) => signWithToken(stage, 'wrong'),
  },
  {
    name: 'head-signs-the-month',
    run: async (stage) => {
      await signWithToken(stage, 'right');
      const page = await stage.office('head');
      await waitSynced(page);
      return page;
    },
  },
  {
    name: 'dossiers-approved',
    run: async (stage) => {
      const page = await clerk(stage);
      await searchDossier(page, '');
      await expect(page.getByText(`${String(people)} hồ sơ`).first()).toBeVisible({
        timeout: 60_000,
      });
      await expect(page.getByText(/thay đổi đang chờ/)).toHaveCount(0, { timeout: 60_000 });
      return page;
    },
  },
  {
    name: 'line-cut',
    run: async (stage) => {
      await stage.serverDown();
      const page = await clerk(stage);
      await expect(syncWords(page)).toContainText('Mất kết nối', { timeout: 60_000 });
      return page;
    },
  },
  {
    name: 'search-offline-without-marks',
    run: async (stage) => {
      const page = await clerk(stage);
      await searchDossier(page, 'pham minh dat');
      await expect(page.getByRole('cell', { name: corrected })).toBeVisible();
      return page;
    },
  },
  {
    name: 'dossier-corrected-offline',
    run: async (stage) => {
      const page = await clerk(stage);
      await page.getByText(corrected).first().click();
      await page.getByRole('button', { name: 'Sửa hồ sơ' }).click();
      await page.getByLabel('Số điện thoại').fill(newPhone);
      await page.getByLabel('Ngày sinh').fill('12/3/1985');
      await page.getByRole('button', { name: 'Xem thay đổi' }).click();
      await expect(page.getByText('12/03/1985').first()).toBeVisible();
      return page;
    },
  },
  {
    name: 'change-kept-on-this-disk',
    run: async (stage) => {
      const page = await clerk(stage);
      await page.getByLabel('Ngày phát sinh').fill('20/11/2026');
      await page.getByRole('button', { name: 'Trình đối chiếu' }).click();
      await expect(syncWords(page)).toContainText('1 thay đổi chờ gửi');
      return page;
    },
  },
  {
    name: 'pc-restarted-and-unlocked-offline',
    run: async (stage) => {
      await stage.closeOffice('clerk');
      const page = await clerk(stage);
      await signIn(page, 'vanthu.myan', stage.password('vanthu.myan'));
      await expect(page.getByText('Ngoại tuyến').first()).toBeVisible();
      await expect(syncWords(page)).toContainText('1 thay đổi chờ gửi');
      return page;
    },
  },
  {
    name: 'line-back',
    run: async (stage) => {
      await stage.serverUp();
      const page = await clerk(stage);
      await expect(syncWords(page)).not.toContainText('chờ gửi', { timeout: 90_000 });
      await waitSynced(page);
      return page;
    },
  },
  {
    name: 'correction-verified-and-signed',
    run: async (stage) => {
      await verifyAll(await clerk(stage), 1);
      const page = await stage.office('head');
      await goTo(page, 'Phê duyệt');
      await expect(page.getByText('Chờ phê duyệt (1)')).toBeVisible({ timeout: 90_000 });
      await signWithToken(stage, 'right');
      await waitSynced(page);
      return page;
    },
  },
  {
    name: 'department-sees-the-units',
    run: async (stage) => {
      const page = await stage.dashboard();
      await signIn(page, 'sonoivu', stage.password('sonoivu'));
      await goTo(page, 'Tổng quan');
      await expect(page.getByText('Trường Tiểu học Mỹ An').first()).toBeVisible();
      return page;
    },
  },
  {
    name: 'department-finds-the-dossier',
    run: async (stage) => {
      const page = await stage.dashboard();
      await searchDossier(page, 'pham minh dat');
      await page.getByText(corrected).first().click();
      await expect(page.getByText('12/03/1985').first()).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText(newPhone).first()).toBeVisible();
      return page;
    },
  },
  {
    name: 'department-sees-who-signed',
    run: async (stage) => {
      const page = await stage.dashboard();
      await page.getByRole('tab', { name: /Phê duyệt/ }).click();
      await page.getByRole('button', { name: 'Kiểm tra chữ ký ngay' }).first().click();
      await expect(page.getByText('Kiểm tra ngay: chữ ký hợp lệ').first()).toBeVisible();
      await expect(page.getByText('Võ Minh Hiếu').first()).toBeVisible();
      return page;
    },
  },
  {
    name: 'evidence-kept-and-judged-by-openssl',
    run: async (stage) => {
      await keepEvidence(stage);
      await judgeEvidence(stage.outDir);
      expect(
        (await readdir(stage.outDir)).filter((name) => name.endsWith('.png')).length,
      ).toBeGreaterThan(15);
      return undefined;
    },
  },
];

async function verifyAll(page: Page, count: number): Promise<void> {
  await goTo(page, 'Bàn làm việc');
  await expect(page.getByText(`Chờ đối chiếu (${String(count)})`)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('tab', { name: /Chờ đối chiếu/ }).click();
  await selectAll(page);
  await page
    .getByRole('button', { name: /^Đối chiếu/ })
    .first()
    .click();
  await expect(page.getByText(`Chờ phê duyệt (${String(count)})`)).toBeVisible({ timeout: 60_000 });
  await waitSynced(page);
}
