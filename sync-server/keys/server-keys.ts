/**
 * The server's own secrets: one for access tokens, one for the keyed hashes of claims, and the ring that wraps
 * data keys. They lie beside the store or in the environment, never in the store or its backups, so that a copy
 * of the database alone opens nothing. Invariant: the claim key outlives every rotation, since claims are found
 * again by their hash.
 */
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { readKeyFile, replaceKeyFile, writeKeyFileOnce, type KeyFile } from './key-file.ts';
import { openKeyRing, type KeyRing, type ServerKey } from './key-ring.ts';

export interface ServerKeys {
  /** HS256 key of the access tokens. */
  readonly token: Uint8Array;
  /** HMAC key of claim ids: an identity number cannot be guessed from a claim. */
  readonly claim: Uint8Array;
  readonly ring: KeyRing;
}

type Environment = Readonly<Record<string, string | undefined>>;

const keyBytes = 32;
const leastSecretLength = 32;

/** `HOSO_SERVER_KEY` wins, so that several gateways may share keys without a shared disk. */
export async function serverKeys(
  dataDir: string,
  environment: Environment = process.env,
): Promise<ServerKeys> {
  const { HOSO_SERVER_KEY: secret, HOSO_SERVER_KEYS_OLD: older } = environment;
  if (secret !== undefined) return derivedKeys(secret, wordsOf(older));
  const file = await readKeyFile(dataDir);
  return keysOf(file ?? (await writeKeyFileOnce(dataDir, newKeyFile())));
}

/** A server key as it lies in the key file. */
const newFileKey = (): KeyFile['ring'][number] => ({
  id: randomBytes(6).toString('hex'),
  secret: randomBytes(keyBytes).toString('base64'),
  madeAtUtc: new Date().toISOString(),
});

/** A new current key in `keys.json`; the older ones stay for what they wrapped. Null without a key file. */
export async function renewServerKey(dataDir: string): Promise<ServerKeys | null> {
  const file = await readKeyFile(dataDir);
  if (!file) return null;
  const renewed = { ...file, ring: [newFileKey(), ...file.ring] };
  await replaceKeyFile(dataDir, renewed);
  return keysOf(renewed);
}

function newKeyFile(): KeyFile {
  const secret = () => randomBytes(keyBytes).toString('base64');
  return { token: secret(), claim: secret(), ring: [newFileKey()] };
}

function keysOf({ token, claim, ring }: KeyFile): ServerKeys {
  const [current, ...older] = ring.map(({ id, secret }) => ({ id, secret: bytesOf(secret) }));
  if (!current) throw new RangeError('keys.json holds no server key');
  return { token: bytesOf(token), claim: bytesOf(claim), ring: openKeyRing(current, older) };
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

const wordsOf = (text = ''): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** @param older newest first; the last one is the first that the installation ever had */
function derivedKeys(secret: string, older: readonly string[]): ServerKeys {
  for (const each of [secret, ...older])
    if (each.length < leastSecretLength)
      throw new RangeError('HOSO_SERVER_KEY and HOSO_SERVER_KEYS_OLD need at least 32 characters');
  return {
    token: derive(secret, 'access-token'),
    claim: derive(older.at(-1) ?? secret, 'claim'),
    ring: openKeyRing(derivedServerKey(secret), older.map(derivedServerKey)),
  };
}

const derive = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, 'hoso', purpose, keyBytes));

function derivedServerKey(secret: string): ServerKey {
  const name = derive(secret, 'key-id');
  const id = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return { id, secret: derive(secret, 'ring') };
}
