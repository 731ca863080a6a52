/**
 * Blobs as objects of an S3-compatible bucket (AWS, MinIO, Ceph). An object appears when its upload has ended, whole;
 * a source that throws, or has another number of bytes, leaves nothing. Parts of an upload that a crash broke off are
 * removed by a rule of the bucket (docs/operations.md).
 */
import { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import type { Upload as UploadInParts } from '@aws-sdk/lib-storage';
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
  // Only where a bucket was set: the packages are large, and most centres keep a folder.
  const [sdk, { Upload }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/lib-storage'),
  ]);
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
    put: (key, source, bytes) => putObject(Upload, client, at(key), source, bytes),
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

const partBytes = 5 * 1024 * 1024;

/**
 * Up to one part is sent when its source has ended well, more as parts of an upload that counts only when it is
 * completed: a source that breaks off leaves nothing that a reader could see, however late the bucket notices.
 */
async function putObject(
  Upload: typeof UploadInParts,
  client: Sdk.S3Client,
  at: { readonly Bucket: string; readonly Key: string },
  source: ByteSource,
  bytes: number,
): Promise<void> {
  const Body = Readable.from(counted(source, bytes), { objectMode: false });
  // What the source said, not what taking its parts back may say after it.
  let cause: unknown = null;
  Body.once('error', (error) => (cause = error));
  const upload = new Upload({ client, params: { ...at, Body }, partSize: partBytes, queueSize: 2 });
  try {
    await upload.done();
  } catch (error) {
    if (fullNames.includes(nameOf(error))) throw new BlobStoreFullError({ cause: error });
    throw cause ?? error;
  } finally {
    Body.destroy();
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
