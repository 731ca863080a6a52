/** Registering, seeing, naming and revoking devices: one's own, or those of people whose accounts one manages. */
import { mayManageAccount } from '../../shared/account/delegation.ts';
import type { Device, DeviceRegistration } from '../../shared/contract/devices.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { Audit } from '../documents/audit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { AccountDirectory } from './account-directory.ts';
import { deviceIdOf, type DeviceDirectory, type DeviceDocument } from './device-directory.ts';
import { bindSession, revokeSessionsOf } from './device-sessions.ts';
import type { SessionDirectory } from './session-directory.ts';
import { outcomeOf, type Principal } from './sign-in.ts';

interface DeviceParts {
  readonly store: DocumentStore;
  readonly accounts: AccountDirectory;
  readonly devices: DeviceDirectory;
  readonly sessions: SessionDirectory;
  readonly audit: Audit;
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

  const current = async (by: Principal) => (await sessions.find(by.session))?.device;
  const shown = (device: DeviceDocument, ownId: string | undefined): Device => {
    const { account, name, firstSeenAtUtc, lastSeenAtUtc, revokedAtUtc, revokedBy } = device;
    const id = deviceIdOf(device);
    const times = { firstSeenAtUtc, lastSeenAtUtc, revokedAtUtc };
    return { id, account, name, ...times, revokedBy, current: id === ownId };
  };

  async function register(by: Principal, asked: DeviceRegistration): Promise<Result<Device>> {
    const { account } = by.account;
    const device = await devices.register(account, asked);
    const isOwn =
      device.account === account &&
      device.signingKey.x === asked.signingKey.x &&
      device.encryptionKey.x === asked.encryptionKey.x;
    if (!isOwn) return failed('FORBIDDEN');
    if (device.revokedAtUtc !== null) return failed('DEVICE_REVOKED');
    await bindSession(store, by.session, asked.id);
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
    const { account } = by.account;
    const outcome = outcomeOf(result);
    audit.record({ event: 'device.revoke', account, session: by.session, target: id, outcome });
    return result;
  }

  return { register, list, rename, revoke };
}
