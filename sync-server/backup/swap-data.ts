/**
 * Puts a restored folder in the place of a data folder's store, by renaming. What was there is set aside, never
 * removed. A note says how far it is, so that one that was cut short is finished at the next start.
 */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { ProblemError } from '../../shared/errors/index.ts';
import { passFaultPoint } from '../fault-points.ts';
import { holdAlone } from '../store/embedded/data-lock.ts';
import { systemCode } from './damage.ts';
import { syncFolder } from './set-folder.ts';

/** What a set brings with it, in the order of moving: the log of a store never without its file. */
const brought = ['store.sqlite-wal', 'store.sqlite-shm', 'store.sqlite', 'trust'] as const;
/** Made of the store: it fits no other. */
const derived = ['read-model.sqlite', 'read-model.sqlite-wal', 'read-model.sqlite-shm'] as const;

const noteName = 'swap.json';
const noteSchema = z.object({
  from: z.string(),
  aside: z.string(),
  step: z.enum(['away', 'in']),
});
type Note = z.infer<typeof noteSchema>;

/**
 * Returns the folder with what stood there before.
 * @param prepare done first, while nobody works on either folder
 * @throws ProblemError RESTORE_SERVER_RUNNING
 */
export async function swapData(
  dataDir: string,
  from: string,
  nowMs: number,
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  return holdAlone(dataDir, async () => {
    if (!(await has(from, 'store.sqlite'))) throw new ProblemError('BACKUP_NOT_FOUND');
    await prepare();
    const instant = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
    const aside = join(dataDir, `replaced-${instant}`);
    await mkdir(aside, { mode: 0o700 });
    await writeNote(dataDir, { from, aside, step: 'away' });
    passFaultPoint('swap.noted');
    await goOn(dataDir);
    return aside;
  });
}

/** Finishes a swap that was cut short; nothing to do otherwise. */
export async function finishSwap(dataDir: string): Promise<void> {
  if (!(await has(dataDir, noteName))) return;
  await holdAlone(dataDir, () => goOn(dataDir));
}

async function goOn(dataDir: string): Promise<void> {
  const file = join(dataDir, noteName);
  let note = noteSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  if (note.step === 'away') {
    await moveAll([...brought, ...derived], dataDir, note.aside);
    passFaultPoint('swap.away');
    note = { ...note, step: 'in' };
    await writeNote(dataDir, note);
  }
  await moveAll(brought, note.from, dataDir);
  await moveBlobs(join(note.from, 'blobs'), join(dataDir, 'blobs'));
  passFaultPoint('swap.in');
  await rm(file);
  await syncFolder(dataDir);
  await rm(note.from, { recursive: true, force: true });
}

/** What is not there has been moved already, or never was. */
async function moveAll(names: readonly string[], from: string, to: string): Promise<void> {
  for (const name of names)
    if (await has(from, name)) await rename(join(from, name), join(to, name));
  await syncFolder(to);
}

/** Blobs never change under their name: those that stand stay, later ones too, and only missing ones come in. */
async function moveBlobs(from: string, to: string): Promise<void> {
  if (!(await has(dirname(from), basename(from)))) return;
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const file of entries.filter((entry) => entry.isFile())) {
    const target = join(to, relative(from, file.parentPath));
    await mkdir(target, { recursive: true, mode: 0o700 });
    await rename(join(file.parentPath, file.name), join(target, file.name));
    await syncFolder(target);
  }
}

async function has(folder: string, name: string): Promise<boolean> {
  try {
    return (await readdir(folder)).includes(name);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

async function writeNote(dataDir: string, note: Note): Promise<void> {
  const draft = join(dataDir, `${noteName}.new`);
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(note));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, join(dataDir, noteName));
  await syncFolder(dataDir);
}
