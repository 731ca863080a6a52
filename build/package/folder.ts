// electron-builder's directory build, with the Electron at hand.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { electronDist, electronVersion } from '../electron-runtime.mjs';
import { inRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { SetupError } from '../setup/setup-error.mjs';

export const programFolder = inRoot('release', 'linux-unpacked');

export async function makeFolder(): Promise<string> {
  if (process.platform !== 'linux') {
    throw new SetupError({
      vi: 'Lệnh này chỉ đóng gói trên Linux; trên Windows hãy chạy electron-builder.',
      en: 'This packages on Linux only; on Windows run electron-builder itself.',
      command: 'npx electron-builder --win',
    });
  }
  rmSync(programFolder, { recursive: true, force: true });
  const args = [
    fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
    ...['--linux', 'dir', '--publish', 'never'],
    `-c.electronDist=${electronDist()}`,
    `-c.electronVersion=${electronVersion()}`,
  ];
  const { code, output } = await run(process.execPath, args, { timeoutMs: 5 * 60_000 });
  if (code === 0) return `Electron ${electronVersion()}`;
  throw new SetupError({
    vi: 'electron-builder không đóng gói được.',
    en: 'electron-builder failed.',
    output,
  });
}
