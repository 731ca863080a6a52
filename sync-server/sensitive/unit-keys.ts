/**
 * The data keys of the units, each wrapped by the server's key ring, in a database that only the server sees. A
 * unit gets its first key when it is first needed. Invariants: a key never changes under its id, so it is kept
 * open in the process; the one with the highest number seals, all of them open.
 */
import { z } from 'zod';
import { serverDatabases } from '../documents/databases.ts';
import { readDocuments, refusal, type Stored } from '../documents/documents.ts';
import { wrappedKeySchema, type KeyRing } from '../keys/key-ring.ts';
import { newSealKey } from '../keys/sealed-bytes.ts';
import type { DocumentStore } from '../store/document-store.ts';

const { unitKeys: database } = serverDatabases;
export const unitKeyPurpose = 'unit-key';
/** Another process may have made a newer key; sealing under the older one a little longer does no harm. */
const currentMs = 30_000;
const attempts = 12;

export const unitKeySchema = z.object({
  _id: z.string().startsWith('unit-key:'),
  type: z.literal('unit-key'),
  unit: z.string(),
  number: z.int().min(1),
  wrapped: wrappedKeySchema,
  madeAtUtc: z.string(),
});
export type UnitKeyDocument = Readonly<z.infer<typeof unitKeySchema>>;

export interface UnitKey {
  /** `<unit>:<number>`. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Sealed sections name a key that is not in the store. */
export class UnitKeyMissingError extends Error {
  override readonly name = 'UnitKeyMissingError';
  constructor(id: string) {
    super(`unit key ${id} is missing in the store`);
  }
}

export type UnitKeys = ReturnType<typeof openUnitKeys>;

const documentId = (keyId: string): string => `unit-key:${keyId}`;
const keyId = (unit: string, number: number): string => `${unit}:${number}`;

export function openUnitKeys(store: DocumentStore, ring: KeyRing, nowMs: () => number) {
  const open = new Map<string, UnitKey>();
  const current = new Map<string, { readonly key: UnitKey; readonly atMs: number }>();
  store.onWrite((written) => {
    if (written === database) current.clear();
  });

  function opened({ doc }: Stored): UnitKey {
    const { unit, number, wrapped } = unitKeySchema.parse(doc);
    const id = keyId(unit, number);
    const key = open.get(id) ?? { id, bytes: ring.unwrap(unitKeyPurpose, wrapped) };
    open.set(id, key);
    return key;
  }

  /** @returns null when someone else made the key of this number first */
  async function make(unit: string, number: number): Promise<UnitKey | null> {
    const id = keyId(unit, number);
    const bytes = newSealKey();
    const doc: UnitKeyDocument = {
      _id: documentId(id),
      type: 'unit-key',
      unit,
      number,
      wrapped: ring.wrap(unitKeyPurpose, bytes),
      madeAtUtc: new Date(nowMs()).toISOString(),
    };
    const [written] = await store.bulkDocs(database, [doc]);
    if (!written?.ok && written?.error !== 'conflict') throw refusal(written);
    if (!written.ok) return null;
    const key = { id, bytes };
    open.set(id, key);
    return key;
  }

  async function newestNumber(unit: string): Promise<number> {
    const numbers = (await listUnitKeys(store, unit)).map(({ number }) => number);
    return Math.max(0, ...numbers);
  }

  async function find(unit: string): Promise<UnitKey> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const number = await newestNumber(unit);
      const key = number === 0 ? await make(unit, 1) : await read(keyId(unit, number));
      if (key) return key;
    }
    throw new UnitKeyMissingError(keyId(unit, 1));
  }

  async function read(id: string): Promise<UnitKey> {
    await load([id]);
    return get(id);
  }

  async function load(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !open.has(id));
    const found = await readDocuments(store, database, wanted.map(documentId));
    for (const stored of found.values()) opened(stored);
  }

  function get(id: string): UnitKey {
    const key = open.get(id);
    if (!key) throw new UnitKeyMissingError(id);
    return key;
  }

  return {
    /** The key that seals for a unit; made when there is none. */
    async currentOf(unit: string): Promise<UnitKey> {
      const held = current.get(unit);
      if (held && nowMs() - held.atMs < currentMs) return held.key;
      const key = await find(unit);
      current.set(unit, { key, atMs: nowMs() });
      return key;
    },
    /**
     * Makes these keys ready for `get`; those that are not in the store stay absent.
     * @throws ServerKeyMissingError when the ring does not hold what wrapped them
     */
    load,
    /** @throws UnitKeyMissingError */
    get,
    /** A new key, which seals from now on. */
    async renew(unit: string): Promise<UnitKey> {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const key = await make(unit, (await newestNumber(unit)) + 1);
        if (!key) continue;
        current.set(unit, { key, atMs: nowMs() });
        return key;
      }
      throw new UnitKeyMissingError(unit);
    },
  };
}

/** The keys of a unit, or of all units. */
export async function listUnitKeys(
  store: DocumentStore,
  unit?: string,
): Promise<readonly UnitKeyDocument[]> {
  const prefix = unit === undefined ? 'unit-key:' : documentId(`${unit}:`);
  // `;` follows `:`; a subtree's units have another prefix (`unit-key:H20.11:` against `unit-key:H20.11.1:`).
  const endKey = `${prefix.slice(0, -1)};`;
  const page = await store.allDocs(database, { startKey: prefix, endKey, includeDocs: true });
  return page.rows.flatMap((row) =>
    'error' in row || row.value.deleted || !row.doc ? [] : [unitKeySchema.parse(row.doc)],
  );
}
