/** What a PC keeps of the centre for its bundles on a stick, and what a carried answer says of the lease. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeCentre, type FakeCentre } from '../../test/e2e/shell/fake-centre.ts';
import { lightKdf } from '../../test/helpers/light-cost.ts';
import type { OsSeal } from '../vault/os-seal.ts';
import { tryDelay } from '../vault/try-delay.ts';
import { vaultStore } from '../vault/vault-store.ts';
import { centre } from './centre.ts';
import { SessionKeeper } from './session-keeper.ts';

const right = { user: 'hieu.vm', password: 'Mật khẩu 1' };
const noOs: OsSeal = { available: false, seal: () => Buffer.alloc(0), open: () => undefined };

let folder: string;
let fake: FakeCentre;
let today: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hoso-session-'));
  fake = await startFakeCentre();
  today = '2026-11-22T03:00:00.000Z';
});
afterEach(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

const vaults = () => vaultStore({ folder, os: noOs, now: () => new Date(), newKdf: lightKdf });

function started(): SessionKeeper {
  return new SessionKeeper({
    centre: centre((url, init) => fetch(url, init)),
    vaults: vaults(),
    tries: tryDelay(() => 0),
    now: () => new Date(today),
    serverOrigin: () => fake.url,
    hostName: 'PC-1',
    onRevoked: () => undefined,
  });
}
const code = (result: { ok: boolean; problem?: { code: string } }): string =>
  result.problem?.code ?? 'ok';
const centreKey = (keeper: SessionKeeper) => keeper.vault()?.profile().centre?.id;

it('the centre’s keys come with the registration, and stay through a renewal, a new sign-in and a start without a line', async () => {
  const keeper = started();
  await keeper.signIn(right);
  await expect.poll(() => centreKey(keeper)).toBe('centre-1');
  await keeper.token();
  expect(centreKey(keeper)).toBe('centre-1');
  await keeper.signIn(right);
  expect(centreKey(keeper)).toBe('centre-1');
  fake.line = 'cut';
  const offline = started();
  await offline.signIn(right);
  expect(centreKey(offline)).toBe('centre-1');
});

it('a PC that the centre does not take in, since the account has too many, says so until it is', async () => {
  fake.full = true;
  const keeper = started();
  expect(await keeper.registrationProblem()).toBeNull();
  await keeper.signIn(right);
  expect(await keeper.registrationProblem()).toMatchObject({
    code: 'DEVICES_TOO_MANY',
    details: { most: 20 },
  });
  expect(centreKey(keeper)).toBeUndefined();
  // Work goes on, and the next sign-in after others were revoked is taken.
  expect(code(await keeper.token())).toBe('ok');
  fake.full = false;
  await keeper.signIn(right);
  expect(await keeper.registrationProblem()).toBeNull();
  expect(centreKey(keeper)).toBe('centre-1');
  fake.full = true;
  await keeper.signOut();
  expect(await keeper.registrationProblem()).toBeNull();
});

it('a vault of an earlier version opens, without them', async () => {
  const keeper = started();
  await keeper.signIn(right);
  await expect.poll(() => centreKey(keeper)).toBe('centre-1');
  const owner = { serverOrigin: fake.url, account: right.user };
  const opened = await vaults().open(owner, right.password);
  if (!opened.ok) throw new Error(opened.problem.code);
  await opened.value.saveProfile({ ...opened.value.profile(), centre: null });
  fake.line = 'cut';
  const offline = started();
  expect(code(await offline.signIn(right))).toBe('ok');
  expect(offline.vault()?.profile().centre).toBeNull();
});

it('a carried answer is the centre’s word: the lease goes on from it, never back, never from the future', async () => {
  await started().signIn(right);
  fake.line = 'cut';
  today = '2026-12-20T03:00:00.000Z';
  const keeper = started();
  await keeper.signIn(right);
  await keeper.centreSpoke('2026-12-18T03:00:00.000Z');
  await keeper.centreSpoke('2026-12-01T03:00:00.000Z');
  await keeper.centreSpoke('2027-12-01T03:00:00.000Z');
  expect(keeper.confirmedAtUtc()).toBe('2026-12-18T03:00:00.000Z');
  // 30 days after the last sign-in over a line the vault would be closed.
  today = '2027-01-10T03:00:00.000Z';
  expect(code(await started().signIn(right))).toBe('ok');
  today = '2027-01-20T03:00:00.000Z';
  expect(code(await started().signIn(right))).toBe('VAULT_LEASE_ENDED');
});
