/** Reads a whole set back: every hash, every seal, every line, and the counts of its manifest. */
import type { StoredDocument } from '../store/document-store.ts';
import type { BackupKey } from './backup-key.ts';
import { createContentDigest, type ContentCount } from './content-digest.ts';
import { damaged } from './damage.ts';
import type { Manifest } from './manifest.ts';
import { openSet } from './open-set.ts';
import type { Progress } from './take-backup.ts';

/** @throws ProblemError BACKUP_DAMAGED, naming the part or the database */
export async function verifySet(
  place: string,
  set: string,
  key: BackupKey,
  onProgress?: (progress: Progress) => void,
): Promise<Manifest> {
  const { manifest, lines } = await openSet(place, set, key);
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
