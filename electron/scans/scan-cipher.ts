/** The cipher of frames (shared/scan/frames.ts) on this PC: AES-256-GCM under a key that seals one file and nothing else. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { tagBytes, type FrameCipher } from '../../shared/scan/frames.ts';

const algorithm = 'aes-256-gcm';

/** Each file has a salt of its own, so each has a key of its own. */
export const fileKey = (scanKey: Uint8Array, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', scanKey, salt, 'hoso scan file', 32));

export function scanCipher(key: Uint8Array): FrameCipher {
  return {
    seal(nonce, about, clear) {
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(about, 'utf8'));
      return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
    },
    open(nonce, about, sealed) {
      const end = sealed.length - tagBytes;
      if (end < 0) return null;
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(about, 'utf8'));
      decipher.setAuthTag(sealed.subarray(end));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
      } catch {
        // The one thing `final` can complain about here: the tag does not fit.
        return null;
      }
    },
  };
}
