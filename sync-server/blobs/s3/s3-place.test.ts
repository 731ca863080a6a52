import { describe, expect, it } from 'vitest';
import { s3Place } from './s3-place.ts';

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

describe('BLOB_URL', () => {
  it('names bucket, prefix, region and endpoint', () => {
    expect(s3Place('s3://scans/hoso/?endpoint=https://minio.tinh.vn&region=vn-1', keys)).toEqual({
      bucket: 'scans',
      prefix: 'hoso/',
      region: 'vn-1',
      endpoint: 'https://minio.tinh.vn',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
  });

  it('may name a bucket alone', () => {
    expect(s3Place('s3://scans', keys)).toMatchObject({ prefix: '', endpoint: null });
  });

  it.each([
    ['another kind of address', 'https://bucket.s3.amazonaws.com', keys, 's3://<bucket>'],
    ['no bucket', 's3:///x', keys, 's3://<bucket>'],
    ['keys in the address', 's3://id:secret@scans', keys, 'AWS_ACCESS_KEY_ID'],
    ['no keys', 's3://scans', {}, 'AWS_SECRET_ACCESS_KEY'],
    ['an endpoint in the clear', 's3://scans?endpoint=http://minio.tinh.vn', keys, 'https://'],
  ])('is refused in words: %s', (_, url, environment, words) => {
    expect(() => s3Place(url, environment)).toThrow(words);
  });
});
