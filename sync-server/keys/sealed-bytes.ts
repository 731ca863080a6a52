/**
 * Sealing bytes on the server: AES-256-GCM, laid out as nonce (12 bytes), ciphertext, tag (16 bytes).
 * Invariants: a new random nonce each time; what the bytes are about is bound to them, so that sealed bytes
 * which were moved to another place do not open there. A key seals at most 2^32 times (NIST SP 800-38D, 8.3).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
export const sealKeyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The key, the place or the bytes are not the ones that were sealed. Says nothing of what is inside. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
  constructor(options?: ErrorOptions) {
    super('sealed bytes do not open here: another key, another place, or damage', options);
  }
}

export const newSealKey = (): Uint8Array => randomBytes(sealKeyBytes);

/** @param about what the bytes are and where they belong; must be said again to open them */
export function sealBytes(key: Uint8Array, clear: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(about, 'utf8'));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBrokenError */
export function openSealedBytes(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  const end = sealed.length - tagBytes;
  if (end < nonceBytes) throw new SealBrokenError();
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
  } catch (cause) {
    throw new SealBrokenError({ cause });
  }
}
