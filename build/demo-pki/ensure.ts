/**
 * `ensureDemoPki`: the PKI in `dir`, made if it is not there. Made beside it and put in place by
 * one rename, so that a folder that exists is complete, whoever made it and whatever crashed.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MakeOrder } from './make.ts';
import { tokenPlans, type DemoPki } from './pki.ts';
import { findSoftHsm, softHsmConf } from './softhsm.ts';

export interface DemoPkiOptions {
  readonly dir: string;
  /** Also the flawed certificates the tests need. */
  readonly fixtures?: boolean;
}

const makeProcess = fileURLToPath(new URL('./make-process.ts', import.meta.url));

/** @throws Error when SoftHSM is not installed, or `dir` holds something else. */
export async function ensureDemoPki(options: DemoPkiOptions): Promise<DemoPki> {
  const dir = resolve(options.dir);
  const fixtures = options.fixtures ?? false;
  const existing = await readPki(dir);
  if (existing !== undefined) return requireTokens(existing, dir, fixtures);
  const module = findSoftHsm();
  if (module === undefined) throw new Error('SoftHSM is not installed (Debian: softhsm2)');
  await mkdir(dirname(dir), { recursive: true });
  const making = await mkdtemp(`${dir}.making-`);
  try {
    await make({ dir: making, finalDir: dir, module, fixtures });
    return await putInPlace(making, dir, fixtures);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

async function make(order: MakeOrder): Promise<void> {
  const makingConf = join(order.dir, 'making.conf');
  await writeFile(makingConf, softHsmConf(join(order.dir, 'tokens')));
  const env = { ...process.env, SOFTHSM2_CONF: makingConf };
  await promisify(execFile)(process.execPath, [makeProcess, JSON.stringify(order)], { env });
  await rm(makingConf);
}

async function putInPlace(making: string, dir: string, fixtures: boolean): Promise<DemoPki> {
  try {
    await rename(making, dir);
  } catch (cause) {
    // Another process was faster, which is fine, or the folder holds something else, which is not.
    if ((await readPki(dir)) === undefined) {
      throw new Error(`${dir} is not empty and holds no demo PKI`, { cause });
    }
  }
  const placed = await readPki(dir);
  if (placed === undefined) throw new Error(`${dir} vanished while it was made`);
  return requireTokens(placed, dir, fixtures);
}

/** `undefined` when there is none yet. A folder that was moved gets its paths mended. */
async function readPki(dir: string): Promise<DemoPki | undefined> {
  const path = join(dir, 'pki.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const pki: unknown = JSON.parse(text);
  if (!isDemoPki(pki)) throw new Error(`${path} is not a demo PKI`);
  const softhsmConf = join(dir, 'softhsm2.conf');
  if (pki.softhsmConf === softhsmConf) return pki;
  const moved = { ...pki, softhsmConf };
  await writeFile(softhsmConf, softHsmConf(join(dir, 'tokens')));
  await writeFile(path, `${JSON.stringify(moved, null, 2)}\n`);
  return moved;
}

/** Our own file: enough to tell it from another program's, not a full check. */
function isDemoPki(value: unknown): value is DemoPki {
  if (typeof value !== 'object' || value === null) return false;
  return 'caPem' in value && 'softhsmConf' in value && 'module' in value && 'tokens' in value;
}

function requireTokens(pki: DemoPki, dir: string, fixtures: boolean): DemoPki {
  const present = new Set(pki.tokens.map(({ name }) => name));
  const missing = tokenPlans(fixtures).filter(({ name }) => !present.has(name));
  if (missing.length === 0) return pki;
  const names = missing.map(({ name }) => name).join(', ');
  throw new Error(`the demo PKI in ${dir} lacks ${names}: remove the folder to make it anew`);
}
