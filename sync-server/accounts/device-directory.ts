/**
 * Devices in the server-only database `devices`: one account on one PC each. A device belongs to the account
 * that registered it, for good; what was revoked stays revoked; it speaks for the account as long as that has the
 * password with which the device last registered.
 */
import { z } from 'zod';
import type { DeviceRegistration } from '../../shared/contract/devices.ts';
import { publicKeySchema, type PublicKey } from '../../shared/contract/public-key.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, readDocument, updateDocument } from '../documents/documents.ts';
import { documentsBelow } from '../documents/documents-below.ts';
import { rememberReads } from '../documents/remembered.ts';
import type { DocumentStore } from '../store/document-store.ts';

const { devices } = serverDatabases;
const page = 1000;

const deviceDocumentSchema = z.object({
  _id: z.string(),
  type: z.literal('device'),
  account: z.string(),
  name: z.string(),
  signingKey: publicKeySchema,
  encryptionKey: publicKeySchema,
  /** The account's `passwordChangedAtUtc` at the last registration; none: before that was kept. */
  passwordUtc: z.string().optional(),
  firstSeenAtUtc: z.string(),
  lastSeenAtUtc: z.string(),
  revokedAtUtc: z.string().nullable(),
  revokedBy: z.string().nullable(),
});
export type DeviceDocument = Readonly<z.infer<typeof deviceDocumentSchema>>;

/** Whose device it is, and since when the account has the password of that session. */
export interface DeviceOwner {
  readonly account: string;
  readonly passwordUtc: string;
}

export type DeviceDirectory = ReturnType<typeof openDeviceDirectory>;

const deviceKey = (id: string) => `device:${id}`;
const isSameKey = (one: PublicKey, other: PublicKey) => one.x === other.x && one.y === other.y;

/** Whether a registration comes from this very device of this very account. */
export const isDeviceOf = (
  device: DeviceDocument,
  account: string,
  { signingKey, encryptionKey }: DeviceRegistration,
): boolean =>
  device.account === account &&
  isSameKey(device.signingKey, signingKey) &&
  isSameKey(device.encryptionKey, encryptionKey);

/** Whether the account still has the password that was shown when the device last registered. */
export const isDeviceOfPassword = (
  { passwordUtc }: DeviceDocument,
  passwordChangedAtUtc: string,
): boolean => passwordUtc === passwordChangedAtUtc;

export const deviceIdOf = ({ _id }: DeviceDocument): string => _id.slice('device:'.length);

export function openDeviceDirectory(store: DocumentStore, nowMs: () => number = Date.now) {
  const nowUtc = () => new Date(nowMs()).toISOString();
  const memory = rememberReads(store, devices, nowMs, async (id) => {
    const stored = await readDocument(store, devices, deviceKey(id));
    return stored ? deviceDocumentSchema.parse(bareDocument(stored.doc)) : null;
  });

  /** The device as it stands afterwards; of another account or with other keys it stays as it was. */
  async function register(owner: DeviceOwner, asked: DeviceRegistration): Promise<DeviceDocument> {
    await updateDocument(store, devices, deviceKey(asked.id), (stored) => {
      const known = stored ? deviceDocumentSchema.parse(bareDocument(stored)) : null;
      return known ? seenAgain(known, owner, asked, nowUtc()) : newDevice(owner, asked, nowUtc());
    });
    memory.forget(asked.id);
    const device = await memory.get(asked.id);
    if (!device) throw new Error('a device was neither found nor made');
    return device;
  }

  async function change(
    id: string,
    next: (device: DeviceDocument) => DeviceDocument,
  ): Promise<DeviceDocument | null> {
    let after: DeviceDocument | null = null;
    await updateDocument(store, devices, deviceKey(id), (stored) => {
      after = stored ? next(deviceDocumentSchema.parse(bareDocument(stored))) : null;
      return after;
    });
    memory.forget(id);
    return after;
  }

  const rename = (id: string, name: string) => change(id, (device) => ({ ...device, name }));
  const revoke = (id: string, by: string) =>
    change(id, (device) =>
      device.revokedAtUtc === null ? { ...device, revokedAtUtc: nowUtc(), revokedBy: by } : device,
    );

  /** The one seen last comes first. */
  async function ofAccount(account: string): Promise<readonly DeviceDocument[]> {
    const selector = { type: 'device', account };
    const { docs } = await store.find(devices, { selector, limit: page });
    return docs
      .map((doc) => deviceDocumentSchema.parse(bareDocument(doc)))
      .sort((one, other) => (one.lastSeenAtUtc > other.lastSeenAtUtc ? -1 : 1));
  }

  /** Of all accounts. */
  async function revoked(): Promise<readonly DeviceDocument[]> {
    const found: DeviceDocument[] = [];
    for await (const { doc } of documentsBelow(store, devices, deviceKey(''))) {
      const device = deviceDocumentSchema.parse(bareDocument(doc));
      if (device.revokedAtUtc !== null) found.push(device);
    }
    return found;
  }

  /** A device that was revoked elsewhere is so here, whether or not it is known. False: it was so already. */
  async function keepRevoked(device: DeviceDocument): Promise<boolean> {
    let isNew = false;
    await updateDocument(store, devices, device._id, (stored) => {
      const known = stored ? deviceDocumentSchema.parse(bareDocument(stored)) : device;
      isNew = !stored || known.revokedAtUtc === null;
      const { revokedAtUtc, revokedBy } = device;
      return isNew ? { ...known, revokedAtUtc, revokedBy } : null;
    });
    memory.forget(deviceIdOf(device));
    return isNew;
  }

  return { register, rename, revoke, ofAccount, revoked, keepRevoked, find: memory.get };
}

const seenAgain = (
  device: DeviceDocument,
  { account, passwordUtc }: DeviceOwner,
  asked: DeviceRegistration,
  nowUtc: string,
): DeviceDocument | null =>
  isDeviceOf(device, account, asked) && device.revokedAtUtc === null
    ? { ...device, passwordUtc, lastSeenAtUtc: nowUtc }
    : null;

const newDevice = (
  { account, passwordUtc }: DeviceOwner,
  { id, name, signingKey, encryptionKey }: DeviceRegistration,
  nowUtc: string,
): DeviceDocument => ({
  _id: deviceKey(id),
  type: 'device',
  account,
  name,
  signingKey,
  encryptionKey,
  passwordUtc,
  firstSeenAtUtc: nowUtc,
  lastSeenAtUtc: nowUtc,
  revokedAtUtc: null,
  revokedBy: null,
});
