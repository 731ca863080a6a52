/** Opens the database of one account on this PC. */
import { createRxDatabase, type RxCollection, type RxDatabase, type RxStorage } from 'rxdb';
import type { StreamName } from '../../../../shared/contract/sync.ts';
import { mirrorConflictHandler, neverReplicated } from './conflict-handlers.ts';
import {
  metaSchema,
  mirrorSchemas,
  workSchema,
  type MetaRow,
  type MirrorName,
  type MirrorRow,
  type WorkRow,
} from './rows.ts';

export type Mirror = RxCollection<MirrorRow>;

type Collections = Record<MirrorName, Mirror> & {
  work: RxCollection<WorkRow>;
  meta: RxCollection<MetaRow>;
};
export type LocalDatabase = RxDatabase<Collections>;

/** Where the documents of a stream lie; a mirror may hold those of two, told apart by their type. */
export const mirrorOf = (database: LocalDatabase, stream: StreamName): Mirror =>
  database[stream === 'catalogue' ? 'unit' : stream];

/** Whatever RxDB can store in: Dexie in the window, memory in tests. */
export type LocalStorage = RxStorage<unknown, unknown>;

export async function openDatabase(input: {
  readonly name: string;
  readonly storage: LocalStorage;
  readonly keepLost: (lost: MirrorRow) => Promise<void>;
}): Promise<LocalDatabase> {
  const database = await createRxDatabase<Collections>({
    name: input.name,
    storage: input.storage,
    // One window per account; Electron's single-instance lock holds that.
    multiInstance: false,
    eventReduce: false,
  });
  const conflictHandler = mirrorConflictHandler(input.keepLost);
  await database.addCollections({
    unit: { schema: mirrorSchemas.unit, conflictHandler },
    dossier: { schema: mirrorSchemas.dossier, conflictHandler },
    change: { schema: mirrorSchemas.change, conflictHandler },
    approval: { schema: mirrorSchemas.approval, conflictHandler },
    work: { schema: workSchema, conflictHandler: neverReplicated },
    meta: { schema: metaSchema, conflictHandler: neverReplicated },
  });
  return database;
}
