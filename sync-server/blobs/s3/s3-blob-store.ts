/**
 * Blobs as objects of an S3-compatible bucket (AWS, MinIO, Ceph). An object appears when its upload has ended, whole;
 * a source that throws, or has another number of bytes, ends the request and leaves nothing.
 */
import { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import {
  assertKey,
  BlobStoreFullError,
  counted,
  type BlobFacts,
  type BlobStore,
  type ByteSource,
} from '../blob-store.ts';
import type { S3Place } from './s3-place.ts';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
const isMissing = (error: unknown): boolean => ['NoSuchKey', 'NotFound'].includes(nameOf(error));
const fullNames = ['XMinioStorageFull', 'QuotaExceeded', 'EntityTooLarge', 'InsufficientCapacity'];

export async function openS3BlobStore(place: S3Place): Promise<BlobStore> {
  // Only where a bucket was set: the package is large, and most centres keep a folder.
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    region: place.region,
    credentials: { ...place.credentials },
    // MinIO and Ceph answer at one name for all buckets, and know no checksums of their own in trailers.
    ...(place.endpoint === null ? {} : { endpoint: place.endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (key: string) => {
    assertKey(key);
    return { Bucket: place.bucket, Key: place.prefix + key };
  };
  return {
    put: (key, source, bytes) => putObject(sdk, client, at(key), source, bytes),
    async get(key, range) {
      const Range = range ? `bytes=${range.from}-${range.to - 1}` : undefined;
      const asked = { ...at(key), ...(Range === undefined ? {} : { Range }) };
      const found = await orMissing(client.send(new sdk.GetObjectCommand(asked)));
      if (!found) return null;
      if (!(found.Body instanceof Readable)) throw new TypeError('the bucket gave no stream');
      return found.Body;
    },
    async head(key) {
      const found = await orMissing(client.send(new sdk.HeadObjectCommand(at(key))));
      return found && factsOf(key, found.ContentLength, found.LastModified);
    },
    list: (prefix = '') => listObjects(sdk, client, place, prefix),
    async delete(key) {
      await orMissing(client.send(new sdk.DeleteObjectCommand(at(key))));
    },
    async close() {
      client.destroy();
    },
  };
}

async function orMissing<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const factsOf = (key: string, bytes: number | undefined, written: Date | undefined): BlobFacts => ({
  key,
  bytes: bytes ?? 0,
  writtenAtMs: written?.getTime() ?? 0,
});

/** A source's own error is what the caller wants to know, not the broken request that follows from it. */
async function putObject(
  sdk: typeof Sdk,
  client: Sdk.S3Client,
  at: { readonly Bucket: string; readonly Key: string },
  source: ByteSource,
  bytes: number,
): Promise<void> {
  let cause: unknown = null;
  const ended = new AbortController();
  const body = Readable.from(counted(source, bytes), { objectMode: false });
  // The client would wait for the rest of the body for ever.
  body.once('error', (error) => {
    cause = error;
    ended.abort();
  });
  try {
    const command = new sdk.PutObjectCommand({ ...at, Body: body, ContentLength: bytes });
    await client.send(command, { abortSignal: ended.signal });
  } catch (error) {
    // Nothing should be there; some servers keep what came of a request that broke off.
    await client.send(new sdk.DeleteObjectCommand(at)).catch(() => undefined);
    if (fullNames.includes(nameOf(error))) throw new BlobStoreFullError({ cause: error });
    throw cause ?? error;
  } finally {
    body.destroy();
  }
}

async function* listObjects(
  sdk: typeof Sdk,
  client: Sdk.S3Client,
  { bucket, prefix }: S3Place,
  below: string,
): AsyncGenerator<BlobFacts> {
  const asked = { Bucket: bucket, Prefix: prefix + below };
  for await (const page of sdk.paginateListObjectsV2({ client }, asked)) {
    for (const { Key, Size, LastModified } of page.Contents ?? [])
      if (Key !== undefined) yield factsOf(Key.slice(prefix.length), Size, LastModified);
  }
}
