/**
 * Blobs as files below one folder. Written to a name nobody reads, synced, renamed, folder synced: after a crash the
 * object is there whole or not at all. What a crash left half done lies under `.draft` and is swept at the next start.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { passFaultPoint } from '../../fault-points.ts';
import {
  assertKey,
  BlobStoreFullError,
  counted,
  type BlobFacts,
  type BlobStore,
  type ByteSource,
} from '../blob-store.ts';

const draftEnding = '.draft';
/** Another gateway over the same folder may be writing: only drafts older than any upload are swept. */
const draftsKeptMs = 24 * 3600 * 1000;

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** A full disk and a used-up quota are one thing to whoever wants to write. */
function asFull(error: unknown): unknown {
  const code = codeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT' ? new BlobStoreFullError({ cause: error }) : error;
}

export async function openFileBlobStore(folder: string): Promise<BlobStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweepDrafts(folder);
  const pathOf = (key: string): string => {
    assertKey(key);
    return join(folder, ...key.split('/'));
  };
  return {
    async put(key, source, bytes) {
      const path = pathOf(key);
      const draft = `${path}.${randomBytes(6).toString('hex')}${draftEnding}`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeDurably(draft, counted(source, bytes));
        passFaultPoint('blob.drafted');
        await rename(draft, path);
        passFaultPoint('blob.stored');
        await syncFolders(dirname(path), folder);
      } catch (error) {
        await rm(draft, { force: true });
        throw asFull(error);
      }
    },
    get: (key, range) => readFile(pathOf(key), range),
    head: (key) => factsOf(folder, pathOf(key)),
    list: (prefix = '') => listFiles(folder, prefix),
    delete: (key) => removeFile(pathOf(key)),
    close: () => Promise.resolve(),
  };
}

async function writeDurably(path: string, source: ByteSource): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of source) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name, and folders that were made for it, last only when their folders are synced, too. */
async function syncFolders(from: string, top: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (let folder = from; ; folder = dirname(folder)) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (folder === top || !folder.startsWith(top)) return;
  }
}

/** Opened here and not by the stream: a missing file is an answer, not an event later. */
async function readFile(
  path: string,
  range?: { readonly from: number; readonly to: number },
): Promise<ByteSource | null> {
  try {
    const handle = await open(path, 'r');
    const part = range ? { start: range.from, end: range.to - 1 } : {};
    return createReadStream('', { fd: handle, autoClose: true, ...part });
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function factsOf(folder: string, path: string): Promise<BlobFacts | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return null;
    const key = relative(folder, path).split(sep).join('/');
    return { key, bytes: found.size, writtenAtMs: found.mtimeMs };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* walk(path);
      else if (entry.isFile()) yield path;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function* listFiles(folder: string, prefix: string): AsyncGenerator<BlobFacts> {
  for await (const path of walk(folder)) {
    if (path.endsWith(draftEnding)) continue;
    const facts = await factsOf(folder, path);
    if (facts?.key.startsWith(prefix)) yield facts;
  }
}

async function sweepDrafts(folder: string): Promise<void> {
  for await (const path of walk(folder)) {
    if (!path.endsWith(draftEnding)) continue;
    const facts = await factsOf(folder, path);
    if (facts && facts.writtenAtMs < Date.now() - draftsKeptMs) await removeFile(path);
  }
}
