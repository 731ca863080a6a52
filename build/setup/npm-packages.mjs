// node_modules as package-lock.json says. The stamp inside node_modules goes when node_modules goes.
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { inputHash, readIfThere } from './input-hash.mjs';
import { inRoot, localNode } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError } from './setup-error.mjs';

const stampFile = inRoot('node_modules', '.hoso-setup');
const compiled = inRoot('node_modules', 'pkcs11js', 'build', 'Release', 'pkcs11.node');

export async function npmPackages() {
  const wanted = `${await inputHash(['package-lock.json'])} ${process.platform}-${process.arch}`;
  const built = existsSync(localNode) && existsSync(compiled);
  if (built && (await readIfThere(stampFile)) === wanted) return undefined;

  const already = built && (await lockIsInstalled());
  if (!already) await npmCi();
  await checkLocalNode();
  await fs.writeFile(stampFile, wanted);
  return already ? 'đã đủ / already complete' : 'npm ci';
}

async function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund'];
  const { code, output } = await run('npm', args, { env: npmEnv(), timeoutMs: 20 * 60_000 });
  if (code === 0) return;
  throw new SetupError({
    vi: 'npm ci không xong. Kiểm tra đường truyền tới kho gói npm rồi làm lại.',
    en: 'npm ci failed. Check the line to the npm registry, then try again.',
    command: `npm ${args.join(' ')}`,
    output: output.replace(/^npm warn EBADENGINE.*\n/gm, ''),
  });
}

/**
 * npm must not run on the Node inside node_modules, which it is about to delete; and node-gyp must take
 * the headers of the machine's Node, where they are there, instead of fetching them from nodejs.org.
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnv() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const PATH = folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
  const prefixes = folders
    .filter((folder) => path.basename(folder) === 'bin')
    .map((folder) => path.dirname(folder));
  const nodedir = prefixes.find((prefix) =>
    existsSync(path.join(prefix, 'include/node/node_api.h')),
  );
  return { ...process.env, PATH, ...(nodedir && { npm_config_nodedir: nodedir }) };
}

async function checkLocalNode() {
  const { code, stdout, output } = await run(localNode, ['--version'], { timeoutMs: 20_000 });
  if (code === 0 && stdout.startsWith('v24.')) return;
  throw new SetupError({
    vi: 'Node 24 trong node_modules không chạy được (kịch bản cài đặt của gói "node" bị chặn?).',
    en: 'Node 24 in node_modules does not run (was the install script of the package "node" blocked?).',
    command: 'npm ci --foreground-scripts',
    output,
  });
}

/**
 * True when a plain `npm ci` or `npm install` already laid down what the lockfile says: npm's own record
 * in node_modules names the same versions.
 */
async function lockIsInstalled() {
  const [wanted, present] = await Promise.all([
    packagesOf(inRoot('package-lock.json')),
    packagesOf(inRoot('node_modules', '.package-lock.json')),
  ]);
  const same = Object.entries(present).every(
    ([place, { version }]) => wanted[place]?.version === version,
  );
  const complete = Object.entries(wanted).every(
    ([place, { optional, peer }]) => place === '' || optional || peer || present[place],
  );
  return same && complete;
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean, peer?: boolean }>>}
 */
async function packagesOf(file) {
  const text = await readIfThere(file);
  if (text === undefined) return {};
  return JSON.parse(text).packages ?? {};
}
