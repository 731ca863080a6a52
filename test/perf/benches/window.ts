/**
 * The desktop window with 5,000 dossiers on its disk, from the program's start to a list one can use, against an
 * empty window of the same Electron. A person signs in between: the time of typing is left out, the time from
 * pressing the button (argon2 of the vault, sign-in at the centre) is in.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import { openDisplay, type Display } from '../../../build/display.ts';
import { electronExecutable, electronVersion } from '../../../build/electron-runtime.mjs';
import { electronArguments } from '../../../build/start/window.ts';
import { recordsDatabase } from '../../../shared/unit/unit.ts';
import { openDesktop } from '../../helpers/desktop.ts';
import { ms, times, type Benchmark, type BenchContext, type Row } from '../measure/row.ts';
import { interleave, median } from '../measure/statistics.ts';
import { dossier } from '../seed/dossiers.ts';
import { benchPassword, bulk } from '../seed/installation.ts';
import { serve } from '../server/served.ts';

const unit = 'H20.81.11';
const patienceMs = 90_000;

const emptyProgram = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768 });
  window.loadURL('data:text/html,<title>empty</title><p id="here">empty</p>');
});`;

async function emptyWindow(folder: string, display: Display): Promise<number> {
  const startedMs = performance.now();
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments(display), folder],
    env: { ...process.env, ...display.env } as Record<string, string>,
    timeout: 30_000,
  });
  try {
    const window = await app.firstWindow({ timeout: 30_000 });
    await window.locator('#here').waitFor();
    return performance.now() - startedMs;
  } finally {
    await app.close();
  }
}

/** Start to form, button to the frame of the program, button to the list. */
interface Start {
  readonly formMs: number;
  readonly insideMs: number;
  readonly listMs: number;
}

async function ourWindow(
  place: { readonly serverUrl: string; readonly userData: string; readonly display: Display },
  count: number,
  stayMs = 0,
): Promise<Start> {
  const startedMs = performance.now();
  const { window, close } = await openDesktop(place);
  try {
    const user = window.getByLabel('Tên đăng nhập');
    await user.waitFor({ timeout: patienceMs });
    const formMs = performance.now() - startedMs;
    await user.fill('clerk');
    await window.getByLabel('Mật khẩu', { exact: true }).fill(benchPassword);
    const pressedMs = performance.now();
    await window.getByRole('button', { name: 'Đăng nhập' }).click();
    const list = window.getByRole('navigation').getByText('Hồ sơ', { exact: true });
    await list.waitFor({ timeout: patienceMs });
    const insideMs = performance.now() - pressedMs;
    await list.click();
    // With or without a dot after the thousands.
    const total = new RegExp(`^${String(count).replace(/(?=(...)$)/, '\\.?')} hồ sơ`);
    await window.getByText(total).first().waitFor({ timeout: patienceMs });
    await window.getByRole('cell').first().waitFor({ timeout: patienceMs });
    const listMs = performance.now() - pressedMs;
    await sleep(stayMs);
    return { formMs, insideMs, listMs };
  } finally {
    await close();
  }
}

async function run(context: BenchContext): Promise<readonly Row[]> {
  const count = context.quick ? 500 : 5000;
  const { server } = await serve(context, {
    page: false,
    units: [
      { code: 'H20', kind: 'province', parent: null },
      { code: unit, kind: 'school', parent: 'H20' },
    ],
    accounts: [{ user: 'clerk', grants: [{ role: 'clerk', unit }] }],
    seed: (store) =>
      bulk(
        store,
        recordsDatabase(unit),
        Array.from({ length: count }, (_, number) => ({ ...dossier(number, unit, 'full') })),
      ),
  });
  const display = await openDisplay();
  context.atEnd(() => display.close());
  const empty = await context.folder();
  await writeFile(join(empty, 'package.json'), '{"name":"empty","main":"main.cjs"}');
  await writeFile(join(empty, 'main.cjs'), emptyProgram);
  const place = { serverUrl: server.url, userData: await context.folder(), display };
  // The first time fills the disk, and stays until the summaries have been kept for the next start.
  await ourWindow(place, count, 8_000);
  const parts: Start[] = [];
  const taken = await interleave(context.quick ? 1 : 3, {
    ours: async () => {
      const part = await ourWindow(place, count);
      parts.push(part);
      return part.formMs + part.listMs;
    },
    empty: () => emptyWindow(empty, display),
  });
  const [ours, theirs] = [median(taken.ours), median(taken.empty)];
  const part = (name: keyof Start) => ms(median(parts.map((one) => one[name])));
  context.note(
    `Electron ${electronVersion()}: sign-in form after ${part('formMs')}; after the button ` +
      `${part('insideMs')} to be inside, ${part('listMs')} to the list`,
  );
  return [
    {
      name: `desktop window, list of ${count} usable`,
      ours: ms(ours),
      against: `${ms(theirs)} empty window`,
      ratio: times(ours / theirs),
      budget: '≤ 2 ×',
      met: ours / theirs <= 2,
      figures: { count, parts, ...taken },
    },
  ];
}

export const desktopWindow: Benchmark = { name: 'desktop-window', run };
