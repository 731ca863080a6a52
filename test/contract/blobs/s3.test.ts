/// <reference path="./s3rver.d.ts" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll } from 'vitest';
import type { BlobStore } from '../../../sync-server/blobs/blob-store.ts';
import { openBlobStore } from '../../../sync-server/blobs/open-blob-store.ts';
import { blobRules } from './contract.ts';

let folder: string;
let server: S3rver;
let store: BlobStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-s3-'));
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'scans' }],
  });
  const { port } = await server.run();
  store = await openBlobStore('/nowhere', {
    BLOB_URL: `s3://scans/hoso?endpoint=http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  });
});
afterAll(async () => {
  await store.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

blobRules(() => store);
