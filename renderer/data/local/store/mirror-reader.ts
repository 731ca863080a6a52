/** Opens mirrored documents by id. Changes lately opened are kept open: lists of work ask for all of them. */
import type { StreamName } from '../../../../shared/contract/sync.ts';
import { centreRev, documentsOf, type DocumentOf } from './documents.ts';
import { mirrorOf, type LocalDatabase } from './open-database.ts';
import type { Sealer } from './sealer.ts';

export interface Mirrored<S extends StreamName> {
  readonly rev: string;
  readonly document: DocumentOf[S];
}

export interface MirrorReader {
  read<S extends StreamName>(
    stream: S,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Mirrored<S>>>;
  /** Revisions at the centre, without opening the documents. */
  revs(stream: StreamName, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Rows that were written: what was opened of them is old. */
  forget(ids: Iterable<string>): void;
}

/** About 5 KB each when opened. */
const keptOpen = 8_000;

export function createMirrorReader(database: LocalDatabase, sealer: Sealer): MirrorReader {
  const open = new Map<string, Mirrored<'change'>>();
  let writes = 0;

  async function load<S extends StreamName>(stream: S, ids: readonly string[]) {
    const found = new Map<string, Mirrored<S>>();
    if (ids.length === 0) return found;
    const rows = await mirrorOf(database, stream).storageInstance.findDocumentsById(
      [...ids],
      false,
    );
    for (const row of await documentsOf(stream, rows, sealer)) found.set(row.document._id, row);
    return found;
  }

  async function changes(ids: readonly string[]): Promise<ReadonlyMap<string, Mirrored<'change'>>> {
    const before = writes;
    const loaded = await load(
      'change',
      ids.filter((id) => !open.has(id)),
    );
    const found = new Map<string, Mirrored<'change'>>();
    for (const id of ids) {
      const change = open.get(id) ?? loaded.get(id);
      if (change) found.set(id, change);
    }
    if (open.size + loaded.size > keptOpen) open.clear();
    // Rows written while these were read: what was read may be old, and nobody would forget it again.
    if (before === writes) for (const [id, change] of loaded) open.set(id, change);
    return found;
  }

  return {
    read: async <S extends StreamName>(stream: S, ids: readonly string[]) => {
      if (stream !== 'change') return load(stream, ids);
      // S is 'change' here; the compiler does not narrow a type parameter.
      return (await changes(ids)) as ReadonlyMap<string, Mirrored<S>>;
    },
    revs: async (stream, ids) => {
      const rows = await mirrorOf(database, stream).storageInstance.findDocumentsById(
        [...ids],
        false,
      );
      return new Map(rows.map(({ id, rev }) => [id, centreRev(rev)]));
    },
    forget: (ids) => {
      writes += 1;
      for (const id of ids) open.delete(id);
    },
  };
}
