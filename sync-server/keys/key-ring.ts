/**
 * The server's keys, one of them current, that wrap data keys (of units, scans, …). A data key is kept in the
 * store only as wrapped here; the ring itself never is.
 * Invariants: each purpose wraps under a key of its own, so that a wrapped key serves nothing but its purpose;
 * older keys unwrap, only the current one wraps.
 */
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { openSealedBytes, sealBytes, sealKeyBytes } from './sealed-bytes.ts';

export const wrappedKeySchema = z.strictObject({
  /** Id of the server key that wraps it. */
  key: z.string().min(1).max(40),
  /** Base64 of nonce, ciphertext, tag. */
  data: z.base64(),
});
export type WrappedKey = Readonly<z.infer<typeof wrappedKeySchema>>;

export interface ServerKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

export interface KeyRing {
  /** The key that wraps from now on. */
  readonly currentId: string;
  readonly ids: readonly string[];
  wrap(purpose: string, dataKey: Uint8Array): WrappedKey;
  /** @throws ServerKeyMissingError when the ring does not hold the key; SealBrokenError when it is damaged */
  unwrap(purpose: string, wrapped: WrappedKey): Uint8Array;
}

/** What was wrapped needs a key that this server was not given. */
export class ServerKeyMissingError extends Error {
  override readonly name = 'ServerKeyMissingError';
  readonly keyId: string;
  constructor(keyId: string) {
    super(`server key ${keyId} is not held: add it to keys.json or HOSO_SERVER_KEYS_OLD`);
    this.keyId = keyId;
  }
}

const aboutOf = (purpose: string, keyId: string): string => `hoso-wrap-1\n${purpose}\n${keyId}`;

/** @param older keys that only unwrap */
export function openKeyRing(current: ServerKey, older: readonly ServerKey[] = []): KeyRing {
  const keys = new Map([current, ...older].map((key) => [key.id, key]));
  const derived = new Map<string, Uint8Array>();

  function keyFor(purpose: string, keyId: string): Uint8Array {
    const name = aboutOf(purpose, keyId);
    const held = derived.get(name);
    if (held) return held;
    const key = keys.get(keyId);
    if (!key) throw new ServerKeyMissingError(keyId);
    const made = new Uint8Array(
      hkdfSync('sha256', key.secret, 'hoso', `wrap:${purpose}`, sealKeyBytes),
    );
    derived.set(name, made);
    return made;
  }

  return {
    currentId: current.id,
    ids: [...keys.keys()],
    wrap(purpose, dataKey) {
      const about = aboutOf(purpose, current.id);
      const sealed = sealBytes(keyFor(purpose, current.id), dataKey, about);
      return { key: current.id, data: sealed.toString('base64') };
    },
    unwrap(purpose, { key, data }) {
      const sealed = Buffer.from(data, 'base64');
      return new Uint8Array(openSealedBytes(keyFor(purpose, key), sealed, aboutOf(purpose, key)));
    },
  };
}
