/** Three PCs of an account, one of them revoked; for screens that need no centre. */
import type { Devices } from '../../renderer/data/port/devices.ts';
import type { ManagedAccount } from '../../shared/contract/accounts.ts';
import type { Device } from '../../shared/contract/devices.ts';
import { done, failed } from '../../shared/errors/index.ts';
import { fakeClerk, fakeHead, fakeSecondClerk } from './fake-people.ts';

const people = [fakeClerk, fakeSecondClerk, fakeHead].map((person): ManagedAccount => ({
  ...person,
  grants: [{ role: 'clerk', unit: 'H20.81' }],
  mustChangePassword: false,
  certificates: [],
  locked: false,
  disabled: false,
  certificateDetails: [],
}));

export function fakeDevices(account: string): Devices {
  const device = (id: string, name: string, change: Partial<Device> = {}): Device => ({
    id: id.repeat(26),
    account,
    name,
    firstSeenAtUtc: '2026-09-01T01:10:00.000Z',
    lastSeenAtUtc: '2026-11-20T02:30:00.000Z',
    revokedAtUtc: null,
    revokedBy: null,
    current: false,
    ...change,
  });
  let devices = [
    device('A', 'PC-VANTHU-01', { current: true }),
    device('B', 'Máy phòng họp tầng 2'),
    device('C', 'LAPTOP-CU', { revokedAtUtc: '2026-10-05T03:00:00.000Z', revokedBy: 'quantri' }),
  ];
  const change = (id: string, next: Partial<Device>) => {
    devices = devices.map((one) => (one.id === id ? { ...one, ...next } : one));
    const found = devices.find((one) => one.id === id);
    return Promise.resolve(found ? done(found) : failed('NOT_FOUND'));
  };
  return {
    list: () => Promise.resolve(devices),
    rename: (id, name) => change(id, { name }),
    revoke: (id) => change(id, { revokedAtUtc: new Date().toISOString(), revokedBy: account }),
    people: () => Promise.resolve(people),
  };
}
