/**
 * A save from the page through IPC to the fsynced journal and back, against a bare append and fsync of as many bytes.
 * In the real program, signed in; the page times itself, several saves together, for its clock is coarse.
 */
import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDisplay } from '../../../build/display.ts';
import type { HosoBridge } from '../../../shared/contract/ipc.ts';
import { openDesktop } from '../../helpers/desktop.ts';
import { bareAppends } from '../measure/fsync.ts';
import { ms, times, type Benchmark, type BenchContext, type Row } from '../measure/row.ts';
import { interleave, median, percentile } from '../measure/statistics.ts';
import { benchPassword } from '../seed/installation.ts';
import { serve } from '../server/served.ts';

const unit = 'H20.81.11';
/** A sealed step of 3 KB, as base64. */
const body = randomBytes(3072).toString('base64');
const savesTogether = 20;
const patienceMs = 90_000;

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill('clerk', { timeout: patienceMs });
  await page.getByLabel('Mật khẩu', { exact: true }).fill(benchPassword);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation').waitFor({ timeout: patienceMs });
}

/** Saves one after the other; milliseconds of one. */
const saves = (page: Page, first: number): Promise<number> =>
  page.evaluate(
    async ([text, from, count]) => {
      // The page's own window.
      const { hoso } = window as unknown as { readonly hoso: HosoBridge };
      const startedMs = performance.now();
      for (let seq = from; seq < from + count; seq += 1) {
        const id = `work:${String(seq).padStart(26, '0')}`;
        const answer = await hoso.invoke('journal.append', { entries: [{ id, seq, body: text }] });
        if (!answer.ok) throw new Error(`not kept: ${answer.problem.code}`);
      }
      return (performance.now() - startedMs) / count;
    },
    [body, first, savesTogether] as const,
  );

/** Of all journals of this PC. */
async function journalBytes(userData: string): Promise<number> {
  const files = await readdir(userData, { recursive: true });
  const journals = files.filter((name) => name.endsWith('.journal'));
  const sizes = await Promise.all(journals.map(async (name) => stat(join(userData, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

async function run(context: BenchContext): Promise<readonly Row[]> {
  const { server } = await serve(context, {
    page: false,
    units: [
      { code: 'H20', kind: 'province', parent: null },
      { code: unit, kind: 'school', parent: 'H20' },
    ],
    accounts: [{ user: 'clerk', grants: [{ role: 'clerk', unit }] }],
    seed: () => Promise.resolve(),
  });
  const display = await openDisplay();
  context.atEnd(() => display.close());
  const userData = await context.folder();
  const { window: page, close } = await openDesktop({ serverUrl: server.url, userData, display });
  context.atEnd(close);
  await signIn(page);
  let next = 1;
  const saveSome = (): Promise<number> => {
    next += savesTogether;
    return saves(page, next);
  };
  await saveSome();
  const before = await journalBytes(userData);
  await saveSome();
  const bytes = Math.round(((await journalBytes(userData)) - before) / savesTogether);
  const taken = await interleave(context.quick ? 5 : 50, {
    ours: saveSome,
    bare: async () => {
      const each = bareAppends(userData, bytes, savesTogether);
      return each.reduce((sum, one) => sum + one, 0) / savesTogether;
    },
  });
  const [ours, bare] = [median(taken.ours), median(taken.bare)];
  return [
    {
      name: `save through IPC: page, journal and back, ${bytes} bytes`,
      ours: ms(ours),
      against: `${ms(bare)} append + fsync`,
      ratio: times(ours / bare),
      budget: '≤ 3 ×',
      met: ours <= 3 * bare,
      figures: {
        bytes,
        savesTogether,
        oursP95: percentile(taken.ours, 0.95),
        bareP95: percentile(taken.bare, 0.95),
      },
    },
  ];
}

export const saveThroughIpc: Benchmark = { name: 'save-ipc', run };
