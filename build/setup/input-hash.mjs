// A fingerprint of the files that something is made from: made again only when they changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * @param {readonly string[]} entries files or folders, relative to the checkout; missing ones count as empty
 * @param {(file: string) => boolean} [counts] which files below a folder count
 */
export async function inputHash(entries, counts = () => true) {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of await filesBelow(entry)) {
      if (!counts(file)) continue;
      hash.update(`${file}\0`);
      hash.update(await fs.readFile(path.join(root, file)));
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} entry
 * @returns {Promise<string[]>}
 */
async function filesBelow(entry) {
  const stat = await fs.stat(path.join(root, entry)).catch(missing);
  if (!stat) return [];
  if (stat.isFile()) return [entry];
  const found = await fs.readdir(path.join(root, entry), { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile())
    .map((item) => path.relative(root, path.join(item.parentPath, item.name)))
    .sort();
}

/** @param {string} file */
export async function readIfThere(file) {
  return (await fs.readFile(file, 'utf8').catch(missing)) ?? undefined;
}

/** @param {NodeJS.ErrnoException} error */
function missing(error) {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
