/** What every place for blobs must do; each adapter's test file runs these rules. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  BlobSizeError,
  type BlobStore,
  type ByteSource,
} from '../../../sync-server/blobs/blob-store.ts';

async function* pieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const each of source) found.push(each);
  return found;
}

async function whole(source: ByteSource | null): Promise<Buffer | null> {
  return source && Buffer.concat(await all(source));
}

const keysOf = async (store: BlobStore, prefix?: string) =>
  (await all(store.list(prefix))).map(({ key }) => key).sort();

export function blobRules(store: () => BlobStore): void {
  const put = (key: string, bytes: Uint8Array) => store().put(key, pieces(bytes), bytes.length);

  it('gives back what was put, byte for byte, with its size', async () => {
    const bytes = randomBytes(300_001);
    await put('scans/ab/one', bytes);
    expect(await whole(await store().get('scans/ab/one'))).toEqual(bytes);
    const facts = await store().head('scans/ab/one');
    expect(facts).toMatchObject({ key: 'scans/ab/one', bytes: bytes.length });
    expect(Math.abs((facts?.writtenAtMs ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it.each([
    [0, 2],
    [99_999, 100_001],
    [299_999, 300_000],
    [0, 300_000],
  ])('gives a part: bytes %i to %i', async (from, to) => {
    const bytes = randomBytes(300_000);
    await put(`parts/p${from}`, bytes);
    expect(await whole(await store().get(`parts/p${from}`, { from, to }))).toEqual(
      bytes.subarray(from, to),
    );
  });

  it('has nothing where nothing was put', async () => {
    expect(await store().get('none/here')).toBeNull();
    expect(await store().head('none/here')).toBeNull();
    await store().delete('none/here');
  });

  it('leaves nothing of a source that breaks off', async () => {
    async function* broken() {
      yield randomBytes(50_000);
      throw new Error('cut');
    }
    await expect(store().put('cut/one', broken(), 100_000)).rejects.toThrow('cut');
    expect(await store().head('cut/one')).toBeNull();
    expect(await keysOf(store(), 'cut/')).toEqual([]);
  });

  it('leaves nothing of a long source that breaks off', async () => {
    async function* broken() {
      for (let piece = 0; piece < 12; piece += 1) yield randomBytes(1_000_000);
      throw new Error('cut');
    }
    await expect(store().put('cut/long', broken(), 25_000_000)).rejects.toThrow('cut');
    expect(await store().head('cut/long')).toBeNull();
  });

  it.each([
    ['fewer', 50_000, 60_000],
    ['more', 50_000, 40_000],
    ['fewer', 12_000_000, 12_000_001],
    ['more', 12_000_000, 11_999_999],
  ])(
    'leaves nothing of a source with %s bytes than announced: %i, not %i',
    async (_, sent, announced) => {
      const bytes = randomBytes(sent);
      await expect(store().put('size/one', pieces(bytes), announced)).rejects.toThrow(
        BlobSizeError,
      );
      expect(await store().head('size/one')).toBeNull();
    },
  );

  it('lists by prefix, and no longer what was deleted', async () => {
    for (const key of ['list/a/1', 'list/a/2', 'list/b/1']) await put(key, randomBytes(10));
    expect(await keysOf(store(), 'list/a/')).toEqual(['list/a/1', 'list/a/2']);
    await store().delete('list/a/1');
    expect(await keysOf(store(), 'list/')).toEqual(['list/a/2', 'list/b/1']);
    expect(await keysOf(store())).toContain('list/b/1');
  });

  it.each(['../up', 'a/../../b', '/root', 'a//b', 'Ä', 'a.draft', '', 'a/'])(
    'refuses the key “%s”',
    async (key) => {
      await expect(async () => store().put(key, pieces(randomBytes(1)), 1)).rejects.toThrow(
        RangeError,
      );
    },
  );
}
