import { describe, expect, it } from 'vitest';
import { osSeal, type SafeStorage } from './os-seal.ts';

const storage = (available: boolean, backend: string): SafeStorage => ({
  isEncryptionAvailable: () => available,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from(text),
  decryptString: () => {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  },
});

describe("the operating system's sealing is used only where it is real", () => {
  it.each([
    ['linux', true, 'gnome_libsecret', true],
    ['linux', true, 'basic_text', false],
    ['linux', false, 'gnome_libsecret', false],
    ['win32', true, 'unknown', true],
    ['win32', false, 'unknown', false],
  ])('%s, available %s, %s: %s', (platform, available, backend, used) => {
    expect(osSeal(storage(available, backend), platform).available).toBe(used);
  });
});

it('what this account of the machine cannot open is a value, not an exception', () => {
  expect(osSeal(storage(true, 'kwallet'), 'linux').open(Buffer.from('x'))).toBeUndefined();
});
