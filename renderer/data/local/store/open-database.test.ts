import { randomUUID } from 'node:crypto';
import type { Dexie } from 'dexie';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, describe, expect, it } from 'vitest';
import { dexieSettings } from './dexie-storage.ts';
import { openDatabase, type LocalDatabase } from './open-database.ts';
import type { MirrorRow } from './rows.ts';

let database: LocalDatabase | null = null;
afterEach(async () => {
  await database?.close();
  database = null;
});

const row = (rev: string, body: string): MirrorRow & { readonly _deleted: boolean } => ({
  id: 'change:1',
  unit: 'H20',
  type: 'change',
  atUtc: '',
  state: 'submitted',
  rev,
  body,
  _deleted: false,
});

describe('the database on this disk', () => {
  it('counts far fewer collections than RxDB allows in one process (COL23: thirteen)', async () => {
    database = await openDatabase({
      name: randomUUID(),
      storage: getRxStorageMemory(),
      keepLost: () => Promise.resolve(),
    });
    expect(Object.keys(database.collections).sort()).toEqual([
      'approval',
      'change',
      'dossier',
      'meta',
      'unit',
      'work',
    ]);
  });

  it('has no collection whose conflict handler would drop the local side in silence', async () => {
    const kept: MirrorRow[] = [];
    database = await openDatabase({
      name: randomUUID(),
      storage: getRxStorageMemory(),
      keepLost: (lost) => Promise.resolve(void kept.push(lost)),
    });
    const conflict = {
      newDocumentState: row('1-a', 'what a person wrote'),
      realMasterState: row('2-b', 'what the centre says'),
    };
    for (const name of ['unit', 'dossier', 'change', 'approval'] as const) {
      const { conflictHandler } = database[name];
      expect(await conflictHandler.resolve(conflict, 'test')).toEqual(conflict.realMasterState);
      expect(kept.pop()?.body).toBe('what a person wrote');
      // A revision is one state, however often it is sealed.
      expect(conflictHandler.isEqual(row('1-a', 'x'), row('1-a', 'y'), 'test')).toBe(true);
      expect(conflictHandler.isEqual(row('1-a', 'x'), row('2-a', 'x'), 'test')).toBe(false);
    }
    const work = { ...conflict.newDocumentState, target: '', seq: 1, state: 'waiting' as const };
    const other = { ...work, body: 'other' };
    const resolved = await database.work.conflictHandler.resolve(
      { newDocumentState: work, realMasterState: other },
      'test',
    );
    expect(resolved).toEqual(work);
  });

  it('asks IndexedDB to wait for the disk at each write (Chrome 121 made "relaxed" the default)', async () => {
    const seen: unknown[] = [];
    const storage = getRxStorageDexie({
      ...dexieSettings,
      // Called by RxDB with the opened Dexie; Node has no IndexedDB, so opening fails afterwards.
      onCreate: (dexie: Dexie) =>
        void seen.push((dexie as unknown as { _options: unknown })._options),
    });
    await expect(
      openDatabase({ name: randomUUID(), storage, keepLost: () => Promise.resolve() }),
    ).rejects.toThrow();
    expect(seen[0]).toMatchObject({ chromeTransactionDurability: 'strict' });
  });
});
