/**
 * The file of one account's vault. In clear: which account it is for (the sign-in screen lists it; the
 * person's name is sealed) and how the key was made. Sealed: the data key (under the password) and the
 * profile (under the data key).
 * The checksum tells a damaged file from a wrong password; it protects nothing.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sessionAccountSchema } from '../../shared/account/account.ts';
import { deviceIdSchema } from '../../shared/contract/devices.ts';
import { centreKeysSchema } from '../../shared/courier/centre-keys.ts';
import { parseJson } from '../disk/parse-json.ts';
import { deviceKeysSchema } from './device.ts';
import { kdfSchema } from './key-wrap.ts';

/** Whose vault: an account at a centre. The same name at two centres is two people. */
export const vaultOwnerSchema = z.strictObject({
  serverOrigin: z.string().min(1),
  account: z.string().min(1),
});
export type VaultOwner = Readonly<z.infer<typeof vaultOwnerSchema>>;

/** Bound to the wrapped key, so that it cannot be exchanged for another header. */
export const vaultHeaderSchema = z.strictObject({
  version: z.literal(1),
  owner: vaultOwnerSchema,
  kdf: kdfSchema,
  /** `os`: the wrapped key is sealed again by the operating system. */
  form: z.enum(['password', 'os']),
});
export type VaultHeader = Readonly<z.infer<typeof vaultHeaderSchema>>;

const contentSchema = z.strictObject({
  header: vaultHeaderSchema,
  /** The device's id, so that a PC that was revoked learns it without a password. */
  device: deviceIdSchema.nullable(),
  wrappedKey: z.base64(),
  profile: z.base64(),
});
export type VaultContent = Readonly<z.infer<typeof contentSchema>>;

const fileSchema = z.strictObject({ content: contentSchema, checksum: z.string() });

/** What signing in offline needs, and the token to come back online with. */
export const vaultProfileSchema = z.strictObject({
  account: sessionAccountSchema,
  server: z.strictObject({ name: z.string(), epoch: z.string() }),
  /** Null after signing out. */
  refreshToken: z.string().nullable(),
  /** This PC's keys, once it has registered itself. */
  device: deviceKeysSchema.nullable().default(null),
  /** The centre's keys for bundles on a stick, told when this PC registered itself; null before. */
  centre: centreKeysSchema.nullable().default(null),
  /** When the centre last answered with a session or a bundle; null in vaults older than the lease. */
  confirmedAtUtc: z.iso.datetime().nullable().default(null),
});
export type VaultProfile = Readonly<z.infer<typeof vaultProfileSchema>>;

/** 64 hex digits; says nothing of the account in a listing of the folder. */
export const vaultId = ({ serverOrigin, account }: VaultOwner): string =>
  createHash('sha256').update(`${serverOrigin}\n${account}`).digest('hex');

/** What is bound to the wrapped key: the parsed header, so that the order of its keys is ours. */
export const headerText = (header: VaultHeader): string =>
  JSON.stringify(vaultHeaderSchema.parse(header));

export function formatVault(content: VaultContent): string {
  return `${JSON.stringify({ content, checksum: checksum(content) }, undefined, 2)}\n`;
}

/** `undefined`: damaged. */
export function parseVault(text: string): VaultContent | undefined {
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { content } = parsed.data;
  return checksum(content) === parsed.data.checksum ? content : undefined;
}

/** Strict schemas keep the order of their keys, so the text is the same after parsing. */
const checksum = (content: VaultContent): string =>
  createHash('sha256')
    .update(JSON.stringify(contentSchema.parse(content)))
    .digest('hex');
