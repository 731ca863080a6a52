import { randomUUID } from 'node:crypto';
import type { WithDeleted } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMirror } from './mirror-writer.ts';
import { openDatabase, type LocalDatabase } from './open-database.ts';
import type { MirrorRow } from './rows.ts';

let database: LocalDatabase;
let events: string[] = [];

beforeEach(async () => {
  database = await openDatabase({
    name: `mirror-${randomUUID()}`,
    storage: getRxStorageMemory(),
    keepLost: () => Promise.resolve(),
  });
  events = [];
  database.change.eventBulks$.subscribe(({ events: all }) =>
    events.push(...all.map(({ documentId, operation }) => `${operation} ${documentId}`)),
  );
});
afterEach(() => database.close());

const row = (id: string, rev: string, _deleted = false): WithDeleted<MirrorRow> => ({
  id,
  unit: 'H20',
  type: 'change',
  atUtc: '',
  state: 'submitted',
  rev,
  body: `body of ${rev}`,
  _deleted,
});

const write = (...rows: readonly WithDeleted<MirrorRow>[]) => writeMirror(database.change, rows);

async function living(): Promise<readonly string[]> {
  const found = await database.change.find().exec();
  return found.map(({ id, rev }) => `${id} ${rev}`).sort();
}

describe('a page of the centre', () => {
  it('brings what is new and renews what was here', async () => {
    await write(row('a', '1-x'), row('b', '1-x'));
    await write(row('b', '2-x'), row('c', '1-x'));
    expect(await living()).toEqual(['a 1-x', 'b 2-x', 'c 1-x']);
    expect(events).toEqual(['INSERT a', 'INSERT b', 'INSERT c', 'UPDATE b']);
  });

  it('that was here already writes nothing', async () => {
    await write(row('a', '1-x'));
    await write(row('a', '1-x'));
    expect(events).toEqual(['INSERT a']);
  });

  it('takes away what the centre deleted, and is not disturbed by deletions of what was never here', async () => {
    await write(row('a', '1-x'));
    await write(row('a', '2-x', true), row('stranger', '2-x', true));
    expect(await living()).toEqual([]);
    expect(events).toEqual(['INSERT a', 'DELETE a']);
    await write(row('a', '3-x'));
    expect(await living()).toEqual(['a 3-x']);
  });

  it('in which a document left one unit and came to another keeps it', async () => {
    await write(row('a', '1-x'));
    await write(row('a', '2-y'), row('a', '2-x', true));
    expect(await living()).toEqual(['a 2-y']);
  });
});
