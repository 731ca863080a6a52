/**
 * What a set says of itself: where and when it was taken, its parts with their hashes, what each database held.
 * In clear, so that sets can be listed without a key; authenticated by the backup key, which also wraps the
 * set's own data key. It names databases (units), nobody and nothing in them.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { z } from 'zod';
import { canonicalForm } from '../../shared/canonical/canonical.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import type { BackupKey } from './backup-key.ts';
import { damaged } from './damage.ts';

export const manifestFile = 'manifest.json';
/** Raised when an older program could not restore what a newer one wrote. */
const format = 1;

const partSchema = z.object({ file: z.string(), bytes: z.int(), sha256: z.string() });
const databaseSchema = z.object({
  name: z.string(),
  documents: z.int(),
  deleted: z.int(),
  /** Of every leaf revision, in any order (content-digest.ts). */
  digest: z.string(),
  updateSeq: z.string(),
});
const manifestSchema = z.object({
  format: z.int(),
  set: z.string(),
  centre: z.object({ name: z.string(), province: z.string(), epoch: z.string() }),
  softwareVersion: z.string(),
  store: z.enum(['embedded', 'couchdb']),
  /** When the copying began; see LastBackup for what is surely in it. */
  snapshotAtUtc: z.string(),
  finishedAtUtc: z.string(),
  keyId: z.string(),
  /** nonce, sealed data key and tag, base64 */
  dataKey: z.string(),
  parts: z.array(partSchema),
  /** The list of the blobs; their bytes lie in the pool beside the sets. */
  blobParts: z.array(partSchema),
  databases: z.array(databaseSchema),
  blobs: z.object({ count: z.int(), bytes: z.int() }),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
export type DatabaseCount = Readonly<z.infer<typeof databaseSchema>>;

const signedSchema = manifestSchema.extend({ mac: z.string() });

export const newManifestFields = { format } as const;

function macOf(manifest: Manifest, key: BackupKey): Buffer {
  const text = canonicalForm(manifest);
  return createHmac('sha256', key.mac).update(text).digest();
}

export function manifestText(manifest: Manifest, key: BackupKey): string {
  const signed = { ...manifest, mac: macOf(manifest, key).toString('hex') };
  return `${JSON.stringify(signed, null, 1)}\n`;
}

/** Without a key it is only read, not believed. @throws ProblemError BACKUP_DAMAGED, BACKUP_NEWER_FORMAT */
export function parseManifest(set: string, text: string): Manifest {
  return parseSigned(set, text).manifest;
}

/** @throws ProblemError also BACKUP_KEY_WRONG */
export function readManifest(set: string, text: string, key: BackupKey): Manifest {
  const { manifest, mac } = parseSigned(set, text);
  if (manifest.keyId !== key.id) throw new ProblemError('BACKUP_KEY_WRONG', { set });
  const given = Buffer.from(mac, 'hex');
  const expected = macOf(manifest, key);
  if (given.length !== expected.length || !timingSafeEqual(given, expected) || manifest.set !== set)
    throw damaged(set, manifestFile);
  return manifest;
}

function parseSigned(set: string, text: string): { manifest: Manifest; mac: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw damaged(set, manifestFile, error);
  }
  const known = z.object({ format: z.int() }).safeParse(json);
  if (known.success && known.data.format > format)
    throw new ProblemError('BACKUP_NEWER_FORMAT', { set });
  const parsed = signedSchema.safeParse(json);
  if (!parsed.success) throw damaged(set, manifestFile, parsed.error);
  const { mac, ...manifest } = parsed.data;
  return { manifest, mac };
}

export interface DataKey {
  readonly key: Uint8Array;
  readonly wrapped: string;
}

export function newDataKey(set: string, key: BackupKey): DataKey {
  const data = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.wrap, nonce);
  cipher.setAAD(Buffer.from(set));
  const sealed = Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]);
  return { key: data, wrapped: Buffer.concat([nonce, sealed]).toString('base64') };
}

/** @throws ProblemError BACKUP_KEY_WRONG */
export function openDataKey({ set, dataKey }: Manifest, key: BackupKey): Uint8Array {
  const bytes = Buffer.from(dataKey, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.wrap, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(set));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  } catch (error) {
    throw new ProblemError('BACKUP_KEY_WRONG', { set }, { cause: error });
  }
}
