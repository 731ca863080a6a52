/**
 * Registering, seeing, naming and revoking devices: one's own, or those of people whose accounts one manages. A
 * session is of one PC: a browser's registers none, a PC's one device alone, so that a copied session makes no more.
 */
import { mayManageAccount } from '../../shared/account/delegation.ts';
import type { Device, DeviceRegistration } from '../../shared/contract/devices.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { deviceLimitOn } from '../../shared/regulation/device-limit.ts';
import type { Audit } from '../documents/audit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { AccountDirectory } from './account-directory.ts';
import {
  deviceIdOf,
  isDeviceOf,
  type DeviceDirectory,
  type DeviceDocument,
} from './device-directory.ts';
import { bindSession, revokeSessionsOf } from './device-sessions.ts';
import type { SessionDirectory } from './session-directory.ts';
import { outcomeOf, type Principal } from './sign-in.ts';

interface DeviceParts {
  readonly store: DocumentStore;
  readonly accounts: AccountDirectory;
  readonly devices: DeviceDirectory;
  readonly sessions: SessionDirectory;
  readonly audit: Audit;
  readonly nowMs: () => number;
}

export function createDeviceManagement(parts: DeviceParts) {
  const { store, accounts, devices, sessions, audit } = parts;
  async function mayHandle(by: Principal, account: string): Promise<boolean> {
    if (by.account.account === account) return true;
    const holder = await accounts.find(account);
    return holder !== null && mayManageAccount(by.subject, holder.grants);
  }

  /** Unknown and not one's to handle are one answer. */
  async function handled(by: Principal, id: string): Promise<DeviceDocument | null> {
    const device = await devices.find(id);
    return device && (await mayHandle(by, device.account)) ? device : null;
  }

  function record(event: string, by: Principal, target: string, result: Result<unknown>): void {
    const { session, account } = by;
    const outcome = outcomeOf(result);
    audit.record({ event, account: account.account, session, target, outcome });
  }

  const limit = () =>
    deviceLimitOn(civilDateInVietnam(new Date(parts.nowMs()).toISOString())).value;
  async function roomFor(account: string): Promise<boolean> {
    const standing = (await devices.ofAccount(account)).filter(
      (each) => each.revokedAtUtc === null,
    );
    return standing.length < limit();
  }

  const current = async (by: Principal) => (await sessions.find(by.session))?.device;
  const shown = (device: DeviceDocument, ownId: string | undefined): Device => {
    const { account, name, firstSeenAtUtc, lastSeenAtUtc, revokedAtUtc, revokedBy } = device;
    const id = deviceIdOf(device);
    const times = { firstSeenAtUtc, lastSeenAtUtc, revokedAtUtc };
    return { id, account, name, ...times, revokedBy, current: id === ownId };
  };

  async function register(by: Principal, asked: DeviceRegistration): Promise<Result<Device>> {
    const known = await devices.find(asked.id);
    const result = await registerChecked(by, asked, known);
    // A PC that comes again each morning is no news.
    if (!result.ok || known === null) record('device.register', by, asked.id, result);
    return result;
  }

  async function registerChecked(
    by: Principal,
    asked: DeviceRegistration,
    known: DeviceDocument | null,
  ): Promise<Result<Device>> {
    const { account, passwordChangedAtUtc } = by.account;
    const session = await sessions.find(by.session);
    if (session?.client !== 'desktop') return failed('FORBIDDEN');
    if ((session.registeredDevice ?? asked.id) !== asked.id) return failed('FORBIDDEN');
    const hasRoom = known !== null || (await roomFor(account));
    if (!hasRoom) return failed('DEVICES_TOO_MANY', { most: limit() });
    const owner = { account, passwordUtc: passwordChangedAtUtc };
    const device = await devices.register(owner, asked);
    if (!isDeviceOf(device, account, asked)) return failed('FORBIDDEN');
    if (device.revokedAtUtc !== null) return failed('DEVICE_REVOKED');
    await bindSession(store, by.session, asked.id);
    sessions.forget(by.session);
    return done(shown(device, asked.id));
  }

  async function list(by: Principal, account: string): Promise<Result<readonly Device[]>> {
    if (!(await mayHandle(by, account))) return failed('FORBIDDEN');
    const ownId = await current(by);
    return done((await devices.ofAccount(account)).map((device) => shown(device, ownId)));
  }

  async function rename(by: Principal, id: string, name: string): Promise<Result<Device>> {
    const renamed = (await handled(by, id)) ? await devices.rename(id, name) : null;
    return renamed ? done(shown(renamed, await current(by))) : failed('NOT_FOUND');
  }

  async function revoke(by: Principal, id: string): Promise<Result<Device>> {
    const ownId = await current(by);
    const device = (await handled(by, id)) ? await devices.revoke(id, by.account.account) : null;
    const result: Result<Device> = device ? done(shown(device, ownId)) : failed('NOT_FOUND');
    if (device) await revokeSessionsOf(sessions, device.account, id);
    record('device.revoke', by, id, result);
    return result;
  }

  return { register, list, rename, revoke };
}
