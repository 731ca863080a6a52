/** The real window of an office: it dies at each step of a save and of its way to the centre, and loses its database. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDisplay, type Display } from '../../build/display.ts';
import { electronExecutable } from '../../build/electron-runtime.mjs';
import { root } from '../../build/setup/paths.mjs';
import { electronArguments } from '../../build/start/window.ts';
import { syncWords } from '../e2e/demo/moves.ts';
import { startGateway, type Gateway } from '../integration/client/gateway.ts';
import { entries } from './entries.ts';
import { officePc, see, type OfficePc } from './office-window.ts';
import { recordFault } from './report/fault-record.ts';
import { mountSmallDisk } from './small-disk.ts';
import { spoilDatabase } from './spoil-database.ts';
import { clientStruck } from './struck-points.ts';

const points = clientStruck.window;
const perRound = 3;
const limitMs = 600_000;

let gateway: Gateway;
let display: Display;
let folder: string;
/** One PC that meets one fault after the other: starting a window is what costs. */
let pc: OfficePc;
let take: ReturnType<typeof entries>['take'];
let missing: ReturnType<typeof entries>['missing'];

beforeAll(async () => {
  gateway = await startGateway();
  ({ take, missing } = entries(gateway.url));
  display = await openDisplay();
  folder = await mkdtemp(join(tmpdir(), 'hoso-window-'));
  pc = pcIn(join(folder, 'pc'));
}, 120_000);
afterAll(async () => {
  await pc.kill();
  await gateway.close();
  await display.close();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

const pcIn = (userData: string) => officePc({ serverUrl: gateway.url, userData, display });

describe('a window that dies', () => {
  it(
    'at each step of a save and of its way to the centre keeps what it said it had',
    async () => {
      const said: string[] = [];
      const all: string[] = [];
      for (const point of points) {
        const office = await pc.window();
        await office.sent();
        await office.arm(point);
        const { first, serials } = take(perRound);
        all.push(...serials);
        if ((await office.enter(perRound, first)) === 'kept') said.push(...serials);
        await office.gone;
      }
      await (await pc.window()).sent();
      // Nothing came twice, whether it had been said or not.
      expect(await missing({ once: said, atMostOnce: all })).toEqual([]);
      expect(said.length).toBeGreaterThanOrEqual(perRound * 4);
      recordFault({
        area: 'office',
        fault: 'window dies at a step of a save, a push or a pull',
        where: 'SIGKILL of the real program at each step in its page of a save, a push and a pull',
        runs: points.length,
        acknowledged: said.length,
        lost: 0,
        outcome: 'the next start shows the work and sends it; the centre has each step once',
      });
    },
    limitMs,
  );
});

describe('a browser database that is lost between two starts', () => {
  it.each(Object.entries(spoilDatabase))(
    '%s: unsent work is shown without a line, and arrives',
    async (way, spoil) => {
      const before = await pc.window();
      await before.sent();
      await gateway.kill();
      const { first, serials } = take(perRound);
      expect(await before.enter(perRound, first)).toBe('kept');
      await before.kill();
      await spoil(join(folder, 'pc', 'IndexedDB', 'app_bundle_0.indexeddb.leveldb'));

      const after = await pc.window();
      await see(syncWords(after.page)).toContainText(`${perRound} thay đổi chờ gửi`);
      await see(after.page.getByText('Đang dựng lại dữ liệu từ máy chủ')).toBeVisible();
      await gateway.start();
      await after.sent();
      await see(after.page.getByText('Đang dựng lại dữ liệu từ máy chủ')).toHaveCount(0);
      expect(await missing({ once: serials })).toEqual([]);
      recordFault({
        area: 'office',
        fault: `IndexedDB lost: ${way}`,
        where: 'the real program, killed while the line is cut; then its IndexedDB on the disk',
        runs: 1,
        acknowledged: perRound,
        lost: 0,
        outcome:
          'says that data is rebuilt, shows the unsent work at once, pulls the rest, sends the work',
      });
    },
    limitMs,
  );
});

describe('one data folder', () => {
  it(
    'is opened by one window; a second program ends with code 3 and leaves the first at work',
    async () => {
      const office = await pc.window();
      await office.sent();
      const second = spawn(electronExecutable(), [...electronArguments(display), root], {
        env: {
          ...process.env,
          ...display.env,
          HOSO_USER_DATA: join(folder, 'pc'),
          HOSO_SERVER_URL: gateway.url,
        },
        stdio: 'ignore',
      });
      expect(await once(second, 'exit')).toEqual([3, null]);
      const { first, serials } = take(perRound);
      expect(await office.enter(perRound, first)).toBe('kept');
      await office.sent();
      expect(await missing({ once: serials })).toEqual([]);
      recordFault({
        area: 'office',
        fault: 'two windows on one data folder',
        where: 'the program started a second time on the same folder',
        runs: 1,
        acknowledged: perRound,
        lost: 0,
        outcome: 'the second ends at once (code 3), the first comes forward and works on',
      });
    },
    limitMs,
  );
});

describe('two PCs of one person', () => {
  it(
    'that both work without a line lose nothing and double nothing',
    async () => {
      const other = pcIn(join(folder, 'other-pc'));
      try {
        const windows = [await pc.window(), await other.window()];
        for (const office of windows) await office.sent();
        await gateway.kill();
        const all: string[] = [];
        for (const office of windows) {
          const { first, serials } = take(perRound);
          all.push(...serials);
          expect(await office.enter(perRound, first)).toBe('kept');
        }
        await gateway.start();
        for (const office of windows) await office.sent();
        expect(await missing({ once: all })).toEqual([]);
        recordFault({
          area: 'office',
          fault: 'two PCs of one person, both without a line',
          where: 'two real windows on two data folders, one account, the gateway killed meanwhile',
          runs: 1,
          acknowledged: all.length,
          lost: 0,
          outcome: 'both send by themselves when the line is back; the centre has each step once',
        });
      } finally {
        await other.kill();
      }
    },
    limitMs,
  );
});

describe('a full disk', () => {
  it(
    'is said in words before anything is lost; what was kept arrives, with no room left at all',
    async () => {
      const disk = await mountSmallDisk(240);
      const poor = pcIn(join(disk.folder, 'data'));
      try {
        const office = await poor.window();
        await office.sent();
        // Below the floor.
        await disk.fillUpTo(20);
        const refused = take(perRound);
        expect(await office.enter(perRound, refused.first)).toBe('diskFull');
        await see(office.page.getByText(/^Ổ đĩa của máy này gần đầy/)).toBeVisible();
        await disk.empty();
        expect(await office.enter(perRound, refused.first)).toBe('kept');
        await office.sent();

        await gateway.kill();
        const kept = take(perRound);
        expect(await office.enter(perRound, kept.first)).toBe('kept');
        await disk.fillUpTo(0);
        await gateway.start();
        const serials = [...refused.serials, ...kept.serials];
        await expect.poll(() => missing({ once: serials }), { timeout: 120_000 }).toEqual([]);
        // What the full disk did not take of the centre's answers is learnt again.
        await office.kill();
        await disk.empty();
        await (await poor.window()).sent();
        expect(await missing({ once: serials })).toEqual([]);
        recordFault({
          area: 'office',
          fault: 'disk full under the journal and IndexedDB',
          where:
            'the data folder of the real program on a tmpfs, filled to below the floor, then to its end; SIGKILL',
          runs: 2,
          acknowledged: perRound * 2,
          lost: 0,
          outcome:
            'a save is refused in words and done again when there is room; what was kept before goes to the centre all the same, once',
        });
      } finally {
        await poor.kill();
        await disk.remove();
      }
    },
    limitMs,
  );
});
