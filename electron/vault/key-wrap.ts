/**
 * The vault's cryptography: argon2id makes a key of a password, AES-256-GCM seals. Formats:
 * sealed = nonce (12 bytes) | ciphertext | tag (16 bytes). A nonce is random and a key seals few
 * messages, far below the 2^32 at which random nonces would become a risk.
 */
import { hashRaw } from '@node-rs/argon2';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** Kept in the vault file, so that the cost can be raised later without losing old vaults. */
export const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  salt: z.base64().length(24),
  memoryKiB: z.int().min(19_456).max(1_048_576),
  passes: z.int().min(1).max(16),
  lanes: z.int().min(1).max(8),
});
export type Kdf = Readonly<z.infer<typeof kdfSchema>>;

/** 64 MiB and 3 passes: measured 70 to 240 ms on an office PC's class of machine. */
export const newKdf = (): Kdf => ({
  name: 'argon2id',
  salt: randomBytes(16).toString('base64'),
  memoryKiB: 65_536,
  passes: 3,
  lanes: 1,
});

/** The package's default algorithm is argon2id. Input methods may type the same Vietnamese letter in two forms; NFC makes them one. */
export async function passwordKey(password: string, kdf: Kdf): Promise<Buffer> {
  return hashRaw(password.normalize('NFC'), {
    salt: Buffer.from(kdf.salt, 'base64'),
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    outputLen: keyBytes,
  });
}

/** A key for one purpose, so that the data key itself never seals anything. */
export function purposeKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, keyBytes));
}

/** `about` is bound to the sealed bytes: it must be the same when they are opened. */
export function seal(key: Buffer, plain: Buffer, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** `undefined`: another key, or the bytes were changed. */
export function unseal(key: Buffer, sealed: Buffer, about: string): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(sealed.length - tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(tag);
  const body = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    // The one thing `final` can complain about here: the tag does not fit.
    return undefined;
  }
}
