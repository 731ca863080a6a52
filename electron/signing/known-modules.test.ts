import { describe, expect, test } from 'vitest';
import { doubtfulModule, isKnownModule, knownModules, pickModule } from './known-modules.ts';

describe('the driver that is used', () => {
  test('is the configured one, even when its file is missing', () => {
    const configured = 'D:\\token\\driver.dll';
    expect(pickModule({ configured, platform: 'win32', exists: () => false })).toBe(configured);
  });

  test.each([undefined, ''])(
    'is the first known one that is installed, without a setting',
    (configured) => {
      const installed = new Set([
        '/usr/lib/libeTPkcs11.so',
        '/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so',
      ]);
      const exists = (path: string): boolean => installed.has(path);
      expect(pickModule({ configured, platform: 'linux', exists })).toBe('/usr/lib/libeTPkcs11.so');
    },
  );

  test.each(['linux', 'freebsd'])('is none when nothing is installed on %s', (platform) => {
    expect(pickModule({ platform, exists: () => false })).toBeUndefined();
  });

  test('is never one that any user of the PC could have put there: that one is asked about', () => {
    const windows = {
      platform: 'win32',
      exists: (path: string) => path.startsWith('C:\\vnpt-ca\\'),
    };
    expect(pickModule(windows)).toBeUndefined();
    expect(doubtfulModule(windows)).toBe('C:\\vnpt-ca\\cryptoki.dll');
    expect(isKnownModule('win32', 'C:\\vnpt-ca\\cryptoki.dll')).toBe(false);
    expect(isKnownModule('win32', 'C:\\Windows\\System32\\eToken.dll')).toBe(true);
  });

  test('known without a question lies below folders of the system only', () => {
    const system = /^(C:\\Windows\\System32\\|\/usr\/lib\/|\/System\/Library\/)/;
    const trusted = Object.values(knownModules)
      .flat()
      .filter(({ doubtful }) => !doubtful);
    for (const { path } of trusted) expect(path).toMatch(system);
  });

  test('is never a software token by itself', () => {
    const paths = Object.values(knownModules).flatMap((known) => known.map(({ path }) => path));
    expect(paths.filter((path) => /softhsm/i.test(path))).toEqual([]);
  });
});
