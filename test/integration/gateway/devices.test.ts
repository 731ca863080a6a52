/** Devices: registered by their own session, seen and revoked by the account and by who manages it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { devicesResponseSchema, type Device } from '../../../shared/contract/devices.ts';
import { deviceLimitOn } from '../../../shared/regulation/device-limit.ts';
import { newDevice, registrationOf } from '../../../electron/vault/device.ts';
import { openDeviceDirectory } from '../../../sync-server/accounts/device-directory.ts';
import {
  call,
  codeOf,
  startCentre,
  testPassword,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import { everyone } from './people.ts';

let centre: TestCentre;

beforeAll(async () => {
  centre = await startCentre(everyone);
});
afterAll(() => centre.close());

const registration = (name = 'PC-1') => registrationOf(newDevice(name));

async function listed(client: TestClient, account?: string): Promise<readonly Device[]> {
  const query = account === undefined ? '' : `?account=${account}`;
  const { body } = await client.call('GET', `/api/devices${query}`);
  return devicesResponseSchema.parse(body).devices;
}

it('a device is registered once, however often it comes, and is marked as the own one', async () => {
  const clerk = await centre.signIn('vanthu.truong');
  const device = registration('PC-VANTHU');
  expect((await clerk.call('POST', '/api/devices', device)).status).toBe(201);
  expect((await clerk.call('POST', '/api/devices', device)).status).toBe(201);
  expect(await listed(clerk)).toMatchObject([
    { id: device.id, name: 'PC-VANTHU', account: 'vanthu.truong', current: true },
  ]);
  const stored = await centre.store.get('devices', `device:${device.id}`);
  expect(JSON.stringify(stored)).not.toContain('"d"');
});

it('no other account takes it over, and other keys do not pass for it', async () => {
  const device = registration();
  const clerk = await centre.signIn('vanthu.truong');
  await clerk.call('POST', '/api/devices', device);
  const other = await centre.signIn('vanthu.khac');
  expect(codeOf(await other.call('POST', '/api/devices', device))).toBe('FORBIDDEN');
  const forged = { ...registration(), id: device.id };
  expect(codeOf(await clerk.call('POST', '/api/devices', forged))).toBe('FORBIDDEN');
});

it('a session is of one PC: a browser registers none, and a PC no second one', async () => {
  const body = { user: 'vanthu.khac', password: testPassword, client: 'browser' };
  const browser = await call(centre.url, 'POST', '/api/session', { body });
  const { accessToken: token } = browser.body as { readonly accessToken: string };
  const registered = (device: object) =>
    call(centre.url, 'POST', '/api/devices', { token, body: device });
  expect(codeOf(await registered(registration()))).toBe('FORBIDDEN');
  const office = await centre.signIn('vanthu.khac');
  expect((await office.call('POST', '/api/devices', registration())).status).toBe(201);
  expect(codeOf(await office.call('POST', '/api/devices', registration()))).toBe('FORBIDDEN');
});

it('an account has so many PCs at once; revoking one makes room', async () => {
  const most = deviceLimitOn('2026-11-27').value;
  const directory = openDeviceDirectory(centre.store);
  const devices = Array.from({ length: most }, () => registration());
  const owner = { account: 'sonoivu', passwordUtc: new Date().toISOString() };
  for (const device of devices) await directory.register(owner, device);
  const office = await centre.signIn('sonoivu');
  const one = registration();
  expect(codeOf(await office.call('POST', '/api/devices', one))).toBe('DEVICES_TOO_MANY');
  await office.call('POST', `/api/devices/${devices[1]?.id}/revoke`, {});
  expect((await office.call('POST', '/api/devices', one)).status).toBe(201);
  // One that is known comes again as ever, with no room left.
  const other = await centre.signIn('sonoivu');
  expect((await other.call('POST', '/api/devices', devices[0])).status).toBe(201);
});

it.each([
  ['a private key', () => ({ ...registration(), signingKey: newDevice('x').signingKey })],
  ['an id that is none', () => ({ ...registration(), id: '../x' })],
  ['a name that turns the text around', () => ({ ...registration(), name: 'a\u202eb' })],
  ['an empty name', () => ({ ...registration(), name: '  ' })],
  ['no keys', () => ({ id: registration().id, name: 'PC' })],
])('%s is refused', async (_, body) => {
  const clerk = await centre.signIn('vanthu.truong');
  expect(codeOf(await clerk.call('POST', '/api/devices', body()))).toBe('INVALID_INPUT');
});

it('is seen, named and revoked by the account itself and by who manages it, by nobody else', async () => {
  const clerk = await centre.signIn('vanthu.truong');
  const device = registration();
  await clerk.call('POST', '/api/devices', device);
  const stranger = await centre.signIn('vanthu.khac');
  expect(codeOf(await stranger.call('GET', '/api/devices?account=vanthu.truong'))).toBe(
    'FORBIDDEN',
  );
  const path = `/api/devices/${device.id}`;
  expect(codeOf(await stranger.call('POST', `${path}/name`, { name: 'x' }))).toBe('NOT_FOUND');
  expect(codeOf(await stranger.call('POST', `${path}/revoke`, {}))).toBe('NOT_FOUND');
  expect((await clerk.call('POST', `${path}/name`, { name: 'Máy tầng 2' })).body).toMatchObject({
    name: 'Máy tầng 2',
  });
  const admin = await centre.signIn('quantri.myan');
  expect((await listed(admin, 'vanthu.truong')).map(({ id }) => id)).toContain(device.id);
  expect((await admin.call('POST', `${path}/revoke`, {})).body).toMatchObject({
    revokedBy: 'quantri.myan',
  });
});

it('revoked, it is told so at refresh and sign-in; other devices of the account go on', async () => {
  const lost = await centre.signIn('hieutruong');
  const kept = await centre.signIn('hieutruong');
  const device = registration('LAPTOP');
  await lost.call('POST', '/api/devices', device);
  expect((await kept.call('POST', `/api/devices/${device.id}/revoke`, {})).status).toBe(200);

  expect(codeOf(await lost.call('GET', '/api/me'))).toBe('SESSION_EXPIRED');
  const { refreshToken } = lost.session;
  const refreshed = await call(centre.url, 'POST', '/api/session/refresh', {
    body: { refreshToken },
  });
  expect(codeOf(refreshed)).toBe('DEVICE_REVOKED');
  const signIn = (password: string) =>
    call(centre.url, 'POST', '/api/session', {
      body: { user: 'hieutruong', password, client: 'desktop', device: device.id },
    });
  expect(codeOf(await signIn(testPassword))).toBe('DEVICE_REVOKED');
  expect(codeOf(await signIn('không biết'))).toBe('DEVICE_REVOKED');
  expect(codeOf(await kept.call('POST', '/api/devices', device))).toBe('DEVICE_REVOKED');
  expect((await kept.call('GET', '/api/me')).status).toBe(200);
});

it('a sign-in names its device, so that the session ends with it without registering again', async () => {
  const first = await centre.signIn('vanthu.khac');
  const device = registration();
  await first.call('POST', '/api/devices', device);
  const second = await call(centre.url, 'POST', '/api/session', {
    body: { user: 'vanthu.khac', password: testPassword, client: 'desktop', device: device.id },
  });
  expect(second.status).toBe(200);
  await first.call('POST', `/api/devices/${device.id}/revoke`, {});
  const { refreshToken } = second.body as { readonly refreshToken: string };
  const refreshed = await call(centre.url, 'POST', '/api/session/refresh', {
    body: { refreshToken },
  });
  expect(codeOf(refreshed)).toBe('DEVICE_REVOKED');
});
