// The programs and libraries that come from the operating system. Only Debian and its kin are installed
// for you; elsewhere the list is checked by looking for the programs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {'start' | 'test' | 'demo' | 'package'} Purpose */

/**
 * A need is met by any of its package names (Debian 13 renamed some libraries with a `t64` ending);
 * `program` is what to look for where there is no dpkg.
 * @type {readonly { names: readonly string[], program?: string, only?: readonly Purpose[] }[]}
 */
const needs = [
  { names: ['xvfb'], program: 'Xvfb' },
  { names: ['xauth'], program: 'xauth' },
  { names: ['softhsm2'], program: 'softhsm2-util' },
  { names: ['openssl'], program: 'openssl' },
  // pkcs11js has no prebuilt binary: npm compiles it.
  { names: ['g++'], program: 'g++' },
  { names: ['make'], program: 'make' },
  { names: ['python3'], program: 'python3' },
  // Electron links against these.
  { names: ['libnss3'] },
  { names: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { names: ['libasound2', 'libasound2t64'] },
  { names: ['libgbm1'] },
  { names: ['chromium'], program: 'chromium', only: ['test', 'demo'] },
  { names: ['poppler-utils'], program: 'pdftotext', only: ['test', 'demo'] },
];

/** @param {Purpose} purpose */
export async function debianPackages(purpose) {
  const wanted = needs.filter(({ only }) => !only || only.includes(purpose));
  if (!existsSync('/etc/debian_version')) return lookForPrograms(wanted);

  const installed = await installedPackages(wanted.flatMap(({ names }) => names));
  const missing = wanted
    .filter(({ names }) => !names.some((name) => installed.has(name)))
    .map(({ names }) => names[0] ?? '');
  if (missing.length === 0) return undefined;

  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid?.() !== 0) {
    throw new SetupError({
      vi: `Thiếu gói hệ điều hành: ${missing.join(', ')}. Hãy chạy lệnh dưới đây rồi làm lại.`,
      en: `Operating-system packages are missing: ${missing.join(', ')}. Run this, then try again.`,
      command: `sudo apt-get update && sudo apt-get ${install.join(' ')}`,
    });
  }
  await aptGet(['update'], missing);
  await aptGet(install, missing);
  return missing.join(', ');
}

/**
 * @param {readonly string[]} args
 * @param {readonly string[]} missing
 */
async function aptGet(args, missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await run('apt-get', args, { env, timeoutMs: 15 * 60_000 });
  if (code === 0) return;
  throw new SetupError({
    vi: `apt-get không cài được ${missing.join(', ')}. Kiểm tra đường truyền và nguồn gói rồi làm lại.`,
    en: `apt-get could not install ${missing.join(', ')}. Check the line and the package sources, then try again.`,
    command: `apt-get ${args.join(' ')}`,
    output,
  });
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<Set<string>>}
 */
async function installedPackages(names) {
  const format = '${Package} ${db:Status-Status}\n';
  // Exit code 1 only says that some name is unknown; the known ones are printed all the same.
  const { stdout } = await run('dpkg-query', ['-W', '-f', format, ...names]);
  return new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.slice(0, line.indexOf(' '))),
  );
}

/** @param {readonly { program?: string }[]} wanted */
function lookForPrograms(wanted) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const missing = wanted
    .map(({ program }) => program)
    .filter((program) => program !== undefined)
    .filter((program) => !folders.some((folder) => existsSync(path.join(folder, program))));
  if (missing.length === 0) return 'không phải Debian: chỉ kiểm tra / not Debian: only checked';
  throw new SetupError({
    vi: `Máy này không phải Debian nên không tự cài được. Hãy tự cài: ${missing.join(', ')}.`,
    en: `This is not Debian, so nothing is installed for you. Please install: ${missing.join(', ')}.`,
  });
}
