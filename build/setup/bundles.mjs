// The bundles of the desktop program and of the pages (electron-vite → out/), made again when sources changed.
import fs from 'node:fs/promises';
import { inputHash, readIfThere } from './input-hash.mjs';
import { inRoot, localNode } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError } from './setup-error.mjs';

const inputs = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stampFile = inRoot('out', '.stamp');
const cli = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');

export async function bundles() {
  const wanted = await inputHash(inputs, (file) => !/\.test\.tsx?$/.test(file));
  if ((await readIfThere(stampFile)) === wanted) return undefined;
  await fs.rm(stampFile, { force: true });
  const { code, output } = await run(localNode, [cli, 'build'], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    timeoutMs: 5 * 60_000,
  });
  if (code === 0) {
    await fs.writeFile(stampFile, wanted);
    return 'electron-vite build';
  }
  throw new SetupError({
    vi: 'Không dựng được chương trình.',
    en: 'The program could not be built.',
    command: 'npm run build',
    output,
  });
}
