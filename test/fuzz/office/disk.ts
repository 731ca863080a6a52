/**
 * The disk of one PC: memory in the place of IndexedDB, and the real journal in a folder. Both outlive the
 * program. Its power can fail after so many more writes: from then on nothing reaches it, while the dying program
 * still believes that it writes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { RxStorageInstanceCreationParams } from 'rxdb';
import { openJournal, type OpenJournal } from '../../../electron/journal/open-journal.ts';
import type { LocalDataOptions } from '../../../renderer/data/local/index.ts';

type Storage = NonNullable<LocalDataOptions['storage']>;
type Journal = NonNullable<LocalDataOptions['journal']>;

/** What one start of the program finds. */
export interface Mounted {
  readonly databaseName: string;
  readonly storage: Storage;
  readonly journal: Journal;
  /** The program has ended. */
  release(): Promise<void>;
}

export interface Disk {
  mount(): Promise<Mounted>;
  /** Of the program that runs now. */
  failAfter(writes: number): void;
  hasFailed(): boolean;
  /** On again: the next start finds what was written before the failure. */
  restorePower(): void;
  /** IndexedDB is reset, as Chromium does when it is damaged or the disk was full. The journal stays. */
  loseDatabase(): void;
  discard(): Promise<void>;
}

interface Power {
  writesLeft: number;
}

/** True when the write reaches the disk. */
function spend(power: Power): boolean {
  if (power.writesLeft <= 0) return false;
  power.writesLeft -= 1;
  return true;
}

function storageOn(power: Power): Storage {
  const memory = getRxStorageMemory();
  return {
    ...memory,
    createStorageInstance: async <T>(params: RxStorageInstanceCreationParams<T, unknown>) => {
      // The memory storage takes no options; its type asks for an empty object.
      const instance = await memory.createStorageInstance<T>({ ...params, options: {} });
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = (rows, context) =>
        spend(power) ? write(rows, context) : Promise.resolve({ error: [] });
      return instance;
    },
  };
}

function journalOn(power: Power, open: OpenJournal) {
  return {
    keeps: true,
    append: async (entries: Parameters<OpenJournal['append']>[0]) => {
      if (spend(power)) await open.append(entries);
    },
    settled: async (ids: readonly string[]) => {
      if (spend(power)) await open.settled(ids);
    },
    replay: open.replay,
  };
}

export async function createDisk(name: string): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-fuzz-pc-'));
  let power: Power = { writesLeft: Infinity };
  let generation = 1;
  return {
    mount: async () => {
      const open = await openJournal({ folder: join(folder, 'journal'), now: () => new Date() });
      return {
        databaseName: `${name}-${generation}`,
        storage: storageOn(power),
        journal: journalOn(power, open),
        release: open.close,
      };
    },
    failAfter: (writes) => void (power.writesLeft = writes),
    hasFailed: () => power.writesLeft <= 0,
    restorePower: () => void (power = { writesLeft: Infinity }),
    loseDatabase: () => void (generation += 1),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Of all disks of this thread; nobody may be working. */
export const wipeDatabases = (): void => getRxStorageMemory().collectionStates.clear();
