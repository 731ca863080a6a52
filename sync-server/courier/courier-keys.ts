/**
 * The centre's own two key pairs for bundles: in the store, the private parts wrapped by the server's keys, so
 * that every gateway has the same and a copy of the store opens no bundle. Made when first asked for.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { publicKeySchema, type PublicKey } from '../../shared/contract/public-key.ts';
import type { CentreKeys } from '../../shared/courier/centre-keys.ts';
import type { PrivateKey } from '../../shared/courier/envelope.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, readDocument, updateDocument } from '../documents/documents.ts';
import { wrappedKeySchema, type KeyRing } from '../keys/key-ring.ts';
import type { DocumentStore } from '../store/document-store.ts';

const { courier } = serverDatabases;
const documentId = 'courier-keys';

const storedKeySchema = publicKeySchema.extend({ d: wrappedKeySchema });
const storedKeysSchema = z.object({
  _id: z.literal(documentId),
  type: z.literal('courier-keys'),
  id: z.string(),
  signingKey: storedKeySchema,
  encryptionKey: storedKeySchema,
});
type StoredKeys = z.infer<typeof storedKeysSchema>;
type StoredKey = z.infer<typeof storedKeySchema>;
type Purpose = 'courier-signing' | 'courier-encryption';

export interface CourierKeys {
  readonly id: string;
  readonly signing: PrivateKey;
  readonly encryption: PrivateKey;
  readonly shown: CentreKeys;
}

function newKey(ring: KeyRing, purpose: Purpose): StoredKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { d, ...key } = publicKeySchema
    .extend({ d: z.base64url().length(43) })
    .parse(privateKey.export({ format: 'jwk' }));
  return { ...key, d: ring.wrap(purpose, Buffer.from(d, 'base64url')) };
}

function privateKey(ring: KeyRing, purpose: Purpose, { d, ...key }: StoredKey): PrivateKey {
  return { ...key, d: Buffer.from(ring.unwrap(purpose, d)).toString('base64url') };
}

const publicOf = ({ d: _wrapped, ...key }: StoredKey): PublicKey => key;

async function ensureStored(store: DocumentStore, ring: KeyRing): Promise<StoredKeys> {
  const found = await readDocument(store, courier, documentId);
  if (found) return storedKeysSchema.parse(bareDocument(found.doc));
  const made: StoredKeys = {
    _id: documentId,
    type: 'courier-keys',
    id: `centre-${randomBytes(8).toString('hex')}`,
    signingKey: newKey(ring, 'courier-signing'),
    encryptionKey: newKey(ring, 'courier-encryption'),
  };
  const [written] = await store.bulkDocs(courier, [made]);
  // A conflict: another gateway made them in this very moment, and its keys count.
  return written?.ok ? made : ensureStored(store, ring);
}

const rewrapped = (ring: KeyRing, purpose: Purpose, key: StoredKey): StoredKey =>
  key.d.key === ring.currentId
    ? key
    : { ...key, d: ring.wrap(purpose, ring.unwrap(purpose, key.d)) };

/**
 * After the server's key changed: the private parts are wrapped again under the present one. The keys themselves
 * stay: offices know them, and bundles that are under way open as before.
 * @returns how many were wrapped again
 * @throws ServerKeyMissingError when the older key is not held any more
 */
export async function rewrapCourierKeys(store: DocumentStore, ring: KeyRing): Promise<number> {
  const found = await readDocument(store, courier, documentId);
  if (!found) return 0;
  const { signingKey, encryptionKey } = storedKeysSchema.parse(bareDocument(found.doc));
  const old = [signingKey, encryptionKey].filter(({ d }) => d.key !== ring.currentId).length;
  if (old === 0) return 0;
  await updateDocument(store, courier, documentId, (stored) => {
    if (!stored) return null;
    const keys = storedKeysSchema.parse(bareDocument(stored));
    return {
      ...keys,
      signingKey: rewrapped(ring, 'courier-signing', keys.signingKey),
      encryptionKey: rewrapped(ring, 'courier-encryption', keys.encryptionKey),
    };
  });
  return old;
}

/** Read once a process: the keys never change. */
export function openCourierKeys(store: DocumentStore, ring: KeyRing): () => Promise<CourierKeys> {
  let held: CourierKeys | null = null;
  return async () => {
    if (held) return held;
    const stored = await ensureStored(store, ring);
    const { id, signingKey, encryptionKey } = stored;
    held = {
      id,
      signing: privateKey(ring, 'courier-signing', signingKey),
      encryption: privateKey(ring, 'courier-encryption', encryptionKey),
      shown: {
        id,
        signingKey: publicOf(signingKey),
        encryptionKey: publicOf(encryptionKey),
      },
    };
    return held;
  };
}
