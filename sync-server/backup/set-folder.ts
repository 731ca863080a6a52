/**
 * The place where sets lie: one folder per set, made under a name that is not listed and renamed when all of it is
 * on the disk and was read back. So what is listed is whole, and what a killed backup left behind is known and cleared
 * away.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemError } from '../../shared/errors/index.ts';
import { passFaultPoint } from '../fault-points.ts';
import { placeProblem, systemCode } from './damage.ts';
import { manifestFile, parseManifest, type Manifest } from './manifest.ts';

const unfinished = 'unfinished-';
const setName = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[0-9a-f]{6}$/;

export interface ListedSet {
  readonly set: string;
  /** Null when the manifest cannot be read: shown, never counted on. */
  readonly manifest: Manifest | null;
  readonly bytes: number;
}

export function newSetName(nowMs: number): string {
  const instant = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  return `${instant}Z-${randomBytes(3).toString('hex')}`;
}

/** @throws ProblemError BACKUP_NOT_FOUND for a name that is none: it becomes part of a path */
export function setFolder(place: string, set: string): string {
  if (!setName.test(set)) throw new ProblemError('BACKUP_NOT_FOUND');
  return join(place, set);
}

/** Newest first. A place that is not there yet holds none. */
export async function listSets(place: string): Promise<readonly ListedSet[]> {
  const names = (await namesIn(place)).filter((name) => setName.test(name));
  const sets = await Promise.all(names.map((set) => readSet(place, set)));
  return sets.toSorted((a, b) => (a.set < b.set ? 1 : -1));
}

async function readSet(place: string, set: string): Promise<ListedSet> {
  try {
    const manifest = parseManifest(set, await readFile(join(place, set, manifestFile), 'utf8'));
    const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
    return { set, manifest, bytes };
  } catch (error) {
    const known = error instanceof ProblemError || systemCode(error) !== '';
    if (!known) throw error;
    return { set, manifest: null, bytes: 0 };
  }
}

async function namesIn(place: string): Promise<readonly string[]> {
  try {
    return await readdir(place);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw placeProblem(error, place);
  }
}

/** Readies the place; what killed backups left is removed. Only who holds the lease may do so. */
export async function readyPlace(place: string): Promise<void> {
  try {
    await mkdir(place, { recursive: true, mode: 0o700 });
    for (const name of await readdir(place))
      if (name.startsWith(unfinished)) await rm(join(place, name), { recursive: true });
  } catch (error) {
    throw placeProblem(error, place);
  }
}

/** Lets `fill` write a set's files, then lists the set. Nothing is left of one that could not be finished. */
export async function addSet<T>(
  place: string,
  set: string,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(place, `${unfinished}${set}`);
  try {
    await mkdir(folder, { mode: 0o700 });
    const filled = await fill(folder);
    await syncFolder(folder);
    await rename(folder, setFolder(place, set));
    await syncFolder(place);
    passFaultPoint('backup.listed');
    return filled;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw placeProblem(error, place);
  }
}

export async function removeSet(place: string, set: string): Promise<void> {
  const folder = setFolder(place, set);
  // No longer listed from this moment on, wherever the removing may end.
  const gone = join(place, `${unfinished}${set}`);
  await rename(folder, gone);
  passFaultPoint('backup.setHidden');
  await rm(gone, { recursive: true });
}

/** No longer listed, and left for people to look at: never the newest, never counted, its list never trusted. */
export async function setAside(place: string, set: string): Promise<void> {
  await rename(setFolder(place, set), join(place, `failed-${set}`));
  await syncFolder(place);
}

/** Makes names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A disk that takes the data with it when it breaks is no safe place. */
export async function onSameDisk(place: string, dataDir: string): Promise<boolean> {
  const [there, here] = await Promise.all([deviceOf(place), deviceOf(dataDir)]);
  return there === here;
}

async function deviceOf(path: string): Promise<number> {
  try {
    return (await stat(path)).dev;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return deviceOf(dirname(path));
  }
}
