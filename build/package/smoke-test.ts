// The packaged program is started and asked two things: does it show the sign-in window, and does its signing
// worker find the demonstration's tokens. --inspect is fused off, so it is driven over Chromium's own port.
import { chromium, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { HosoBridge } from '../../shared/contract/ipc.ts';
import { ensureDemoPki } from '../demo-pki/ensure.ts';
import { openDisplay, type Display } from '../display.ts';
import { startGroup, type ProcessGroup } from '../process-group.ts';
import { demoPkiDir } from '../setup/demo-token.mjs';
import { electronArguments } from '../start/window.ts';
import { programFolder } from './folder.ts';

const startMs = 30_000;

const tokenAnswer = z.object({
  ok: z.literal(true),
  value: z.object({ tokens: z.array(z.object({ label: z.string() })) }),
});

export async function smokeTest(): Promise<string> {
  const userData = mkdtempSync(path.join(tmpdir(), 'hoso-smoke-'));
  const pki = await ensureDemoPki({ dir: demoPkiDir });
  writeSettings(userData, pki.module);
  const display = await openDisplay();
  const program = startGroup(
    path.join(programFolder, 'hoso'),
    [...electronArguments(display), '--remote-debugging-port=0', `--user-data-dir=${userData}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        ...display.env,
        SOFTHSM2_CONF: pki.softhsmConf,
      },
    },
  );
  try {
    const labels = await askProgram(await debuggingAddress(program));
    const missing = pki.tokens.filter(({ label }) => !labels.includes(label));
    assert.deepEqual(missing, [], `the signing worker found only: ${labels.join(', ')}`);
    return `cửa sổ đăng nhập, ${labels.length} thiết bị ký số`;
  } finally {
    await stop(program, display);
    rmSync(userData, { recursive: true, force: true });
  }
}

/** As a person's earlier choices: a packaged program takes neither of the two from the environment. */
function writeSettings(userData: string, tokenModule: string): void {
  // Nobody listens there: the sign-in window must come without a line.
  const settings = { serverOrigin: 'http://127.0.0.1:9', tokenModule };
  writeFileSync(path.join(userData, 'settings.json'), JSON.stringify(settings));
}

async function askProgram(address: string): Promise<readonly string[]> {
  const browser = await chromium.connectOverCDP(address, { timeout: startMs });
  try {
    const page = await firstPage(browser.contexts()[0]?.pages() ?? []);
    await page.locator('input[type="password"]').waitFor({ timeout: startMs });
    const answer = await page.evaluate(() =>
      (globalThis as unknown as { hoso: HosoBridge }).hoso.invoke('signing.tokens', undefined),
    );
    return tokenAnswer.parse(answer).value.tokens.map(({ label }) => label);
  } finally {
    await browser.close();
  }
}

async function firstPage(pages: readonly Page[]): Promise<Page> {
  const [page] = pages;
  assert.ok(page, 'the program opened no window');
  await page.waitForURL('app://bundle/**', { timeout: startMs });
  return page;
}

/** Chromium writes the address of its port to stderr. */
async function debuggingAddress(program: ProcessGroup): Promise<string> {
  const { stderr } = program.child;
  assert.ok(stderr);
  let said = '';
  const address = await Promise.race([
    new Promise<string>((resolve) => {
      createInterface({ input: stderr }).on('line', (line) => {
        said = `${said}${line}\n`.slice(-4_000);
        const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
        if (found) resolve(found);
      });
    }),
    program.ended.then(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, startMs, undefined).unref()),
  ]);
  assert.ok(address, `the packaged program did not start:\n${said}`);
  return address;
}

async function stop(program: ProcessGroup, display: Display): Promise<void> {
  await program.stop();
  await display.close();
}
