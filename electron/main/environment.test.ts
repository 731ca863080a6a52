import { describe, expect, it } from 'vitest';
import { settingsSchema, type Settings, type SettingsStore } from '../settings/settings.ts';
import { takeServerAddress, tokenModule, userDataFolder } from './environment.ts';

function memory(part: Partial<Settings> = {}): SettingsStore {
  let settings = settingsSchema.parse(part);
  return {
    current: () => settings,
    change: async (next) => {
      settings = { ...settings, ...next };
    },
  };
}

describe("the centre's address in the environment", () => {
  const cases: [boolean, string | null, string, string | null][] = [
    [true, null, 'https://a.example', null],
    [true, 'https://kept.example', 'https://a.example', 'https://kept.example'],
    [false, 'https://kept.example', 'http://127.0.0.1:6000/', 'http://127.0.0.1:6000'],
    [false, null, 'http://a.example', null],
  ];
  it.each(cases)('packaged %s, kept %s, given %s: %s', async (packaged, kept, given, used) => {
    const settings = memory({ serverOrigin: kept });
    await takeServerAddress({ HOSO_SERVER_URL: given }, packaged, settings);
    expect(settings.current().serverOrigin).toBe(used);
  });
});

describe('the token driver', () => {
  const env = { HOSO_PKCS11_MODULE: '/env.so' };
  const exists = (file: string): boolean => file.endsWith('opensc-pkcs11.so');
  const pick = (settings: SettingsStore, given: Record<string, string>, packaged = false) =>
    tokenModule({ env: given, packaged, settings, platform: 'linux', exists });

  it("is the person's choice, then the environment's, then one known to be there", () => {
    expect(pick(memory({ tokenModule: '/chosen.so' }), env)).toBe('/chosen.so');
    expect(pick(memory(), env)).toBe('/env.so');
    expect(pick(memory(), {})).toMatch(/opensc/);
  });

  it("of the environment is ignored by a packaged program: it runs the program's own code only", () => {
    expect(pick(memory(), env, true)).toMatch(/opensc/);
    expect(pick(memory({ tokenModule: '/chosen.so' }), env, true)).toBe('/chosen.so');
  });
});

it('another data folder is taken from the environment while developing only', () => {
  expect(userDataFolder({ HOSO_USER_DATA: '/x' }, false)).toBe('/x');
  expect(userDataFolder({ HOSO_USER_DATA: '/x' }, true)).toBeUndefined();
  expect(userDataFolder({ HOSO_USER_DATA: '' }, false)).toBeUndefined();
});
