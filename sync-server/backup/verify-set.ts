/** Reads a whole set back: every hash, every seal, every line, and the counts of its manifest. */
import type { StoredDocument } from '../store/document-store.ts';
import type { BackupKey } from './backup-key.ts';
import { checkPooled, findPooled, openPool } from './blob-pool.ts';
import { createContentDigest, type ContentCount } from './content-digest.ts';
import { damaged } from './damage.ts';
import type { Manifest } from './manifest.ts';
import { openSet, type OpenSet } from './open-set.ts';

export interface Progress {
  readonly phase: 'copying' | 'verifying' | 'restoring' | 'comparing';
  readonly documents: number;
}

export interface VerifyOptions {
  /** `there`: only that each blob lies in the pool, as long as it was; `none`: what the set itself holds. */
  readonly blobs?: 'whole' | 'there' | 'none';
  readonly onProgress?: (progress: Progress) => void;
}

/** @throws ProblemError BACKUP_DAMAGED, naming the part, the blob or the database */
export async function verifySet(
  place: string,
  set: string,
  key: BackupKey,
  options: VerifyOptions = {},
): Promise<Manifest> {
  return verifyOpened(place, await openSet(place, set, key), options);
}

/** @throws ProblemError BACKUP_DAMAGED */
export async function verifyOpened(
  place: string,
  opened: OpenSet,
  { blobs = 'whole', onProgress }: VerifyOptions = {},
): Promise<Manifest> {
  const { manifest, lines } = opened;
  const { set } = manifest;
  const pool = await openPool(place);
  const check = { whole: checkPooled, there: findPooled, none: null }[blobs];
  for (const blob of await opened.blobs()) await check?.(pool, set, blob);
  const counts = new Map<string, ContentCount>();
  let reading: ReturnType<typeof countLeaves> | null = null;
  let documents = 0;
  for await (const line of lines()) {
    if ('database' in line) {
      if (reading) counts.set(reading.name, reading.count());
      reading = countLeaves(line.database, manifest.store === 'couchdb');
    }
    if (!('doc' in line)) continue;
    reading?.add(line.doc);
    documents += 1;
    if (documents % 1000 === 0) onProgress?.({ phase: 'verifying', documents });
  }
  if (reading) counts.set(reading.name, reading.count());
  for (const { name, ...said } of manifest.databases) {
    const found = counts.get(name);
    const same =
      found?.digest === said.digest &&
      found.documents === said.documents &&
      found.deleted === said.deleted;
    if (!same) throw damaged(set, name);
  }
  return manifest;
}

/**
 * The leaves of one document follow each other.
 * @param repeats whether one may come again later, in the place of what it was
 */
function countLeaves(name: string, repeats: boolean) {
  const digest = createContentDigest(repeats);
  let held: StoredDocument[] = [];
  const flush = () => {
    const [first] = held;
    if (first) digest.add(first._id, held.every(isDeleted), held);
    held = [];
  };
  return {
    name,
    add(leaf: StoredDocument) {
      if (held[0] && held[0]._id !== leaf._id) flush();
      held.push(leaf);
    },
    count(): ContentCount {
      flush();
      return digest.count();
    },
  };
}

/** CouchDB's winner is a living leaf whenever there is one. */
const isDeleted = ({ _deleted }: StoredDocument): boolean => _deleted === true;
