/**
 * The blobs of all sets, once each, beside them: blobs never change under their key and are sealed already, so a set
 * holds only their list. What an earlier backup brought is not copied again.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BlobStore, ByteSource } from '../blobs/blob-store.ts';
import { openFileBlobStore } from '../blobs/file/file-blob-store.ts';
import { damaged } from './damage.ts';

export interface PooledBlob {
  /** Its key in the blob store and in the pool. */
  readonly blob: string;
  readonly bytes: number;
  /** Of the sealed bytes. */
  readonly sha256: string;
}

export const poolFolder = 'blobs';

export const openPool = (place: string): Promise<BlobStore> =>
  openFileBlobStore(join(place, poolFolder));

/**
 * Copies what is there and not in the pool yet: a list says what should lie there, and the pool is asked whether it
 * does. One that is removed meanwhile is not needed any more.
 */
export async function gatherBlobs(
  blobs: BlobStore,
  pool: BlobStore,
  known: Map<string, PooledBlob>,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for await (const { key, bytes } of blobs.list()) {
    const listed = known.get(key);
    if (!listed || (await pool.head(key))?.bytes !== listed.bytes) {
      const source = await blobs.get(key);
      if (!source) continue;
      known.set(key, { blob: key, bytes, sha256: await copyHashed(source, pool, key, bytes) });
    }
    there.add(key);
  }
  return there;
}

async function copyHashed(
  source: ByteSource,
  to: BlobStore,
  key: string,
  bytes: number,
): Promise<string> {
  const hash = createHash('sha256');
  await to.put(key, hashing(source, hash), bytes);
  return hash.digest('hex');
}

async function* hashing(
  source: ByteSource,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    hash.update(piece);
    yield piece;
  }
}

/** @throws ProblemError BACKUP_DAMAGED, naming the blob */
export async function checkPooled(pool: BlobStore, set: string, blob: PooledBlob): Promise<void> {
  const source = await pool.get(blob.blob);
  if (!source) throw damaged(set, blob.blob);
  const hash = createHash('sha256');
  for await (const piece of source) hash.update(piece);
  if (hash.digest('hex') !== blob.sha256) throw damaged(set, blob.blob);
}

/** Quick: it is there, as long as it was. @throws ProblemError BACKUP_DAMAGED */
export async function findPooled(pool: BlobStore, set: string, blob: PooledBlob): Promise<void> {
  const found = await pool.head(blob.blob);
  if (found?.bytes !== blob.bytes) throw damaged(set, blob.blob);
}

/** Puts a blob back where it is missing. @throws ProblemError BACKUP_DAMAGED */
export async function returnBlob(
  pool: BlobStore,
  to: BlobStore,
  set: string,
  { blob, bytes, sha256 }: PooledBlob,
): Promise<void> {
  if ((await to.head(blob))?.bytes === bytes) return;
  const source = await pool.get(blob);
  if (!source) throw damaged(set, blob);
  const copied = await copyHashed(source, to, blob, bytes);
  if (copied === sha256) return;
  await to.delete(blob);
  throw damaged(set, blob);
}
