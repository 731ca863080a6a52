/** This PC as a device of an account: its id and its two key pairs. The private parts stay in the vault. */
import { generateKeyPairSync } from 'node:crypto';
import { ulid } from 'ulid';
import { z } from 'zod';
import {
  deviceIdSchema,
  deviceNameSchema,
  type DeviceRegistration,
} from '../../shared/contract/devices.ts';
import { publicKeySchema } from '../../shared/contract/public-key.ts';

const privateKeySchema = publicKeySchema.extend({ d: z.base64url().length(43) });

export const deviceKeysSchema = z.strictObject({
  id: deviceIdSchema,
  name: z.string(),
  /** ECDSA on P-256. */
  signingKey: privateKeySchema,
  /** ECDH on P-256. */
  encryptionKey: privateKeySchema,
});
export type DeviceKeys = Readonly<z.infer<typeof deviceKeysSchema>>;

const newKey = () =>
  privateKeySchema.parse(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  );

/** @param hostName what the PC calls itself; the person may change it later */
export function newDevice(hostName: string): DeviceKeys {
  const name = deviceNameSchema.safeParse(hostName.slice(0, 80)).data ?? 'PC';
  return { id: ulid(), name, signingKey: newKey(), encryptionKey: newKey() };
}

export function registrationOf(keys: DeviceKeys): DeviceRegistration {
  const { d: _signing, ...signingKey } = keys.signingKey;
  const { d: _encryption, ...encryptionKey } = keys.encryptionKey;
  return { id: keys.id, name: keys.name, signingKey, encryptionKey };
}
