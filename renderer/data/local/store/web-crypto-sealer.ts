/**
 * AES-256-GCM by WebCrypto, under a key that the page can use and nobody can read out of it.
 * A sealed text is base64 of: form (1 byte) | nonce (12) | ciphertext | tag (16). Bound to it are the
 * database and the row's id. Nonces are random; a database seals far fewer rows than the 2^32 at which
 * that would become a risk.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { UnsealError, type Sealed, type Sealer, type Unsealed } from './sealer.ts';

const form = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Wipes the bytes once they are a key. */
export async function importSealingKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  bytes.fill(0);
  return key;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export function webCryptoSealer(key: CryptoKey, databaseName: string): Sealer {
  const cipher = (nonce: Uint8Array<ArrayBuffer>, id: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: encoder.encode(`${form}\n${databaseName}\n${id}`),
  });

  async function sealOne({ id, value }: Unsealed): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
    const plain = encoder.encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt(cipher(nonce, id), key, plain);
    const bytes = new Uint8Array(1 + nonceBytes + sealed.byteLength);
    bytes[0] = form;
    bytes.set(nonce, 1);
    bytes.set(new Uint8Array(sealed), 1 + nonceBytes);
    return toBase64(bytes);
  }

  /** `undefined`: does not open. No sealed value is `undefined`: JSON has none. */
  async function openOne({ id, body }: Sealed): Promise<unknown> {
    const bytes = fromBase64(body);
    if (!bytes || bytes[0] !== form || bytes.length < 1 + nonceBytes + tagBytes) return undefined;
    const nonce = bytes.slice(1, 1 + nonceBytes);
    try {
      const sealed = bytes.subarray(1 + nonceBytes);
      const plain = await crypto.subtle.decrypt(cipher(nonce, id), key, sealed);
      const value: unknown = JSON.parse(decoder.decode(plain));
      return value;
    } catch {
      // The tag does not fit (another key, another row, damage); what it vouches for is our own JSON.
      return undefined;
    }
  }

  return {
    seal: (rows) => Promise.all(rows.map(sealOne)),
    open: async (rows) => {
      const values = await Promise.all(rows.map(openOne));
      const broken = rows.filter((_, index) => values[index] === undefined);
      if (broken.length > 0) throw new UnsealError(broken.map(({ id }) => id));
      return values;
    },
  };
}
