/** The page asks, a person chooses, and a session that ended meanwhile writes nothing. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenVault } from '../vault/open-vault.ts';
import { newDevice, registrationOf } from '../vault/device.ts';
import { courierHandlers } from './courier.ts';

const content = {
  id: '01M81EN63WVDHXP3V9DESRDYSD',
  madeAtUtc: '2026-11-27T03:00:00.000Z',
  rows: [],
  cursors: {},
};
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-courier-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function openVault(): OpenVault {
  const { signingKey, encryptionKey } = registrationOf(newDevice('centre'));
  const profile = {
    device: newDevice('PC'),
    centre: { id: 'centre-1', signingKey, encryptionKey },
  };
  // Only the owner and the keys are asked for here.
  return { owner: { account: 'vanthu.xa' }, profile: () => profile } as unknown as OpenVault;
}

function handlers(vault: () => OpenVault | null, choose: (name: string) => string | null) {
  return courierHandlers({
    vault,
    choose: {
      toWrite: (name) => Promise.resolve(choose(name)),
      toRead: () => Promise.resolve(choose('')),
    },
    centreSpoke: () => Promise.resolve(),
  });
}

it('suggests a name that says whose bundle of which day it is, and answers with the name chosen', async () => {
  const vault = openVault();
  const suggested: string[] = [];
  const { 'courier.write': write } = handlers(
    () => vault,
    (name) => {
      suggested.push(name);
      return path.join(folder, name);
    },
  );
  const name = 'hoso-vanthu.xa-2026-11-27-SRDYSD.hoso-goi';
  expect(await write({ content })).toEqual({ ok: true, value: { file: name } });
  expect(suggested).toEqual([name]);
  expect(await readdir(folder)).toEqual([name]);
});

it('writes and reads nothing once the session has ended behind an open dialogue', async () => {
  let vault: OpenVault | null = openVault();
  const own = handlers(
    () => vault,
    (name) => {
      vault = null;
      return path.join(folder, name);
    },
  );
  expect(await own['courier.write']({ content })).toMatchObject({
    ok: false,
    problem: { code: 'SESSION_EXPIRED' },
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await own['courier.read'](undefined)).toMatchObject({
    problem: { code: 'SESSION_EXPIRED' },
  });
});
