/**
 * The server's own secrets: one for access tokens, one for the keyed hashes of claims. They lie beside the
 * store, never in it, so that a copy of the database alone opens nothing.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export interface ServerKeys {
  /** HS256 key of the access tokens. */
  readonly token: Uint8Array;
  /** HMAC key of claim ids: an identity number cannot be guessed from a claim. */
  readonly claim: Uint8Array;
}

const keyFileSchema = z.strictObject({ token: z.base64(), claim: z.base64() });
const keyBytes = 32;

/** `HOSO_SERVER_KEY` wins, so that several gateways may share keys without a shared disk. */
export async function serverKeys(
  dataDir: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ServerKeys> {
  const secret = environment.HOSO_SERVER_KEY;
  if (secret !== undefined) return derivedKeys(secret);
  const file = join(dataDir, 'keys.json');
  const text = await readKeyFile(file);
  if (text !== null) return decoded(keyFileSchema.parse(JSON.parse(text)));
  const made = {
    token: randomBytes(keyBytes).toString('base64'),
    claim: randomBytes(keyBytes).toString('base64'),
  };
  await mkdir(dataDir, { recursive: true });
  await writeOnce(file, JSON.stringify(made));
  return decoded(keyFileSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
}

/** Whole or not at all, and never over another's: two gateways may start at once, and either may be killed. */
async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
}

function derivedKeys(secret: string): ServerKeys {
  if (secret.length < 32) throw new RangeError('HOSO_SERVER_KEY needs at least 32 characters');
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secret, 'hoso', purpose, keyBytes));
  return { token: derive('access-token'), claim: derive('claim') };
}

function decoded(keys: z.infer<typeof keyFileSchema>): ServerKeys {
  return { token: Buffer.from(keys.token, 'base64'), claim: Buffer.from(keys.claim, 'base64') };
}

async function readKeyFile(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
