/**
 * A device is one account on one PC. It registers itself after signing in, and can be revoked: its sessions
 * end, and at its next word with the centre it destroys its key. Private keys never leave the PC.
 */
import { z } from 'zod';
import { centreKeysSchema } from '../courier/centre-keys.ts';
import { publicKeySchema } from './public-key.ts';

export const deviceIdSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

/** Shown in lists: no control or direction characters, which could make a name look like another. */
export const deviceNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);

/** `POST /api/devices`: binds the session to the device. The same device may come again. */
export const deviceRegistrationSchema = z.strictObject({
  id: deviceIdSchema,
  name: deviceNameSchema,
  signingKey: publicKeySchema,
  encryptionKey: publicKeySchema,
});
export type DeviceRegistration = Readonly<z.infer<typeof deviceRegistrationSchema>>;

export const deviceSchema = z.object({
  id: deviceIdSchema,
  account: z.string(),
  name: z.string(),
  firstSeenAtUtc: z.string(),
  lastSeenAtUtc: z.string(),
  revokedAtUtc: z.string().nullable(),
  /** The account that revoked it. */
  revokedBy: z.string().nullable(),
  /** Whether the question came from this device. */
  current: z.boolean(),
});
export type Device = Readonly<z.infer<typeof deviceSchema>>;

/** The answer to a registration: the device, and the keys for bundles on a stick. */
export const registeredDeviceSchema = deviceSchema.extend({ centre: centreKeysSchema });
export type RegisteredDevice = Readonly<z.infer<typeof registeredDeviceSchema>>;

/** `GET /api/devices?account=`: one's own, or those of an account that one manages. */
export const devicesQuerySchema = z.object({ account: z.string().max(80).optional() });
export const devicesResponseSchema = z.object({ devices: z.array(deviceSchema) });

/** `POST /api/devices/:id/name` */
export const deviceRenameSchema = z.strictObject({ name: deviceNameSchema });
