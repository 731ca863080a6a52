import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../shared/errors/index.ts';
import { shownAddress, storeAddress } from './store-address.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoso-address-'));
afterAll(() => rmSync(folder, { recursive: true }));

const codeOf = (environment: Record<string, string>): string => {
  try {
    return storeAddress(environment) ?? 'embedded';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

describe('the address of the store', () => {
  it('is none unless one is given: the embedded store', () => {
    expect(storeAddress({})).toBeUndefined();
    expect(storeAddress({ STORE_URL: '' })).toBeUndefined();
  });

  it('has its account in it, or beside it, or the password in a file', () => {
    expect(storeAddress({ STORE_URL: 'http://a:b@couch:5984' })).toBe('http://a:b@couch:5984/');
    const beside = { STORE_URL: 'http://couch:5984', STORE_USER: 'hoso', STORE_PASSWORD: 'a:@/b' };
    expect(storeAddress(beside)).toBe('http://hoso:a%3A%40%2Fb@couch:5984/');
    const file = join(folder, 'password');
    writeFileSync(file, 'từ tệp\n');
    const fromFile = storeAddress({ ...beside, STORE_PASSWORD_FILE: file }) ?? '';
    expect(decodeURIComponent(new URL(fromFile).password)).toBe('từ tệp');
  });

  it.each([
    ['not an address', { STORE_URL: 'couch' }],
    ['another protocol', { STORE_URL: 'ftp://a:b@couch' }],
    ['no account', { STORE_URL: 'http://couch:5984' }],
    ['no password', { STORE_URL: 'http://couch:5984', STORE_USER: 'hoso' }],
    ['a file that is not there', { STORE_URL: 'http://a@couch', STORE_PASSWORD_FILE: '/no/such' }],
  ])('is refused: %s', (_, environment) => {
    expect(codeOf(environment)).toBe('STORE_ADDRESS_INVALID');
  });

  it('is shown without the account', () => {
    expect(shownAddress('http://hoso:secret@couch:5984/base')).toBe('http://couch:5984/base');
  });
});
