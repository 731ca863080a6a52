/**
 * Devices in the server-only database `devices`: one account on one PC each. A device belongs to the account
 * that registered it, for good; what was revoked stays revoked.
 */
import { z } from 'zod';
import type { DeviceRegistration } from '../../shared/contract/devices.ts';
import { publicKeySchema } from '../../shared/contract/public-key.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, readDocument, updateDocument } from '../documents/documents.ts';
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
  firstSeenAtUtc: z.string(),
  lastSeenAtUtc: z.string(),
  revokedAtUtc: z.string().nullable(),
  revokedBy: z.string().nullable(),
});
export type DeviceDocument = Readonly<z.infer<typeof deviceDocumentSchema>>;

export type DeviceDirectory = ReturnType<typeof openDeviceDirectory>;

const deviceKey = (id: string) => `device:${id}`;
export const deviceIdOf = ({ _id }: DeviceDocument): string => _id.slice('device:'.length);

export function openDeviceDirectory(store: DocumentStore, nowMs: () => number = Date.now) {
  const nowUtc = () => new Date(nowMs()).toISOString();
  const memory = rememberReads(store, devices, nowMs, async (id) => {
    const stored = await readDocument(store, devices, deviceKey(id));
    return stored ? deviceDocumentSchema.parse(bareDocument(stored.doc)) : null;
  });

  /** The device as it stands afterwards; of another account or with other keys it stays as it was. */
  async function register(account: string, asked: DeviceRegistration): Promise<DeviceDocument> {
    await updateDocument(store, devices, deviceKey(asked.id), (stored) => {
      const known = stored ? deviceDocumentSchema.parse(bareDocument(stored)) : null;
      return known ? seenAgain(known, account, nowUtc()) : newDevice(account, asked, nowUtc());
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

  return { register, rename, revoke, ofAccount, find: memory.get };
}

const seenAgain = (device: DeviceDocument, account: string, nowUtc: string): DeviceDocument =>
  device.account === account ? { ...device, lastSeenAtUtc: nowUtc } : device;

const newDevice = (
  account: string,
  { id, name, signingKey, encryptionKey }: DeviceRegistration,
  nowUtc: string,
): DeviceDocument => ({
  _id: deviceKey(id),
  type: 'device',
  account,
  name,
  signingKey,
  encryptionKey,
  firstSeenAtUtc: nowUtc,
  lastSeenAtUtc: nowUtc,
  revokedAtUtc: null,
  revokedBy: null,
});
