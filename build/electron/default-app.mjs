// Stands in for Electron's default_app.asar, which the test runtime lacks:
//   electron [-r module] [--version | --abi] [--app=]PATH
// ESM with top-level await on purpose: Electron holds `ready` back until an ESM entry has finished loading,
// so that the app's own file still runs before it.
import { app } from 'electron';
import fs from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { file, preload } = readArguments(process.argv.slice(1));
// The real default app uses the same undocumented calls; Playwright loads its helper through `-r`.
const modules =
  /** @type {{ _preloadModules(files: string[]): void, _resolveFilename(file: string, parent: null, isMain: true): string }} */ (
    /** @type {unknown} */ (Module)
  );
const self =
  /** @type {Electron.App & { setAppPath(folder: string): void, setVersion(version: string): void }} */ (
    app
  );
if (preload.length > 0) modules._preloadModules(preload);
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const folder = path.resolve(file);
const manifest = path.join(folder, 'package.json');
const isFolder = fs.existsSync(manifest);
if (isFolder) describeApp(JSON.parse(fs.readFileSync(manifest, 'utf8')));
const main = modules._resolveFilename(folder, null, true);
self.setAppPath(isFolder ? folder : path.dirname(main));
await import(pathToFileURL(main).href);

/** @param {readonly string[]} argv */
function readArguments(argv) {
  /** @type {string[]} */
  const preload = [];
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (word === '--version' || word === '-v') printAndLeave(`v${process.versions.electron}`);
    if (word === '--abi' || word === '-a') printAndLeave(process.versions.modules);
    if (word === '-r' || word === '--require') {
      index += 1;
      preload.push(argv[index] ?? '');
    } else if (word.startsWith('--app=')) {
      return { file: word.slice('--app='.length), preload };
    } else if (!word.startsWith('-')) {
      return { file: word, preload };
    }
  }
  console.error('usage: electron [options] PATH');
  process.exit(1);
}

/**
 * @param {string} text
 * @returns {never}
 */
function printAndLeave(text) {
  console.log(text);
  process.exit(0);
}

/** @param {{ version?: string, name?: string, productName?: string }} description */
function describeApp({ version, name, productName }) {
  const title = productName ?? name;
  if (version) self.setVersion(version);
  if (title) self.setName(title);
}
