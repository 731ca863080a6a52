import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Engine, Reply, Request } from '../protocol.ts';
import { runBatch } from './batch.ts';
import { createEngine } from '../engine/engine.ts';
import { migrate } from './migrations.ts';

function open(): { db: DatabaseSync; engine: Engine } {
  const db = new DatabaseSync(':memory:');
  migrate(db);
  const engine = createEngine(db);
  engine.createDatabase('a');
  return { db, engine };
}

const write = (ticket: number, id: string): Request => ({
  ticket,
  method: 'bulkDocs',
  args: [
    'a',
    [{ id, rev: null, ancestry: [], deleted: false, json: '{}', attachments: null }],
    true,
  ],
});

function run(db: DatabaseSync, engine: Engine, batch: readonly Request[]) {
  const replies: Reply[] = [];
  const wrote: string[] = [];
  const commits: number[] = [];
  runBatch(db, engine, batch, (some, names) => {
    replies.push(...some);
    wrote.push(...names);
    commits.push(some.length);
  });
  return { replies, wrote, commits };
}

describe('a batch of calls', () => {
  it('answers each call once, writes together, and names the database once', () => {
    const { db, engine } = open();
    const read: Request = { ticket: 1, method: 'info', args: ['a'] };
    const { replies, wrote, commits } = run(db, engine, [read, write(2, 'x'), write(3, 'y')]);
    expect(replies.map((reply) => reply.ticket)).toEqual([1, 2, 3]);
    expect(wrote).toEqual(['a']);
    expect(commits).toEqual([1, 2]);
  });

  it('undoes the call that fails half-way, and no other', () => {
    const { db, engine } = open();
    const bulkDocs: Engine['bulkDocs'] = (database, writes, newEdits) => {
      const rows = engine.bulkDocs(database, writes, newEdits);
      if (writes.some((one) => one.id === 'bad')) throw new Error('half-way');
      return rows;
    };
    const failing = { ...engine, bulkDocs };
    const { replies } = run(db, failing, [write(1, 'x'), write(2, 'bad'), write(3, 'y')]);
    expect(replies[1]).toMatchObject({ ticket: 2, status: 500, reason: 'half-way' });
    expect(engine.info('a').doc_count).toBe(2);
    const { rows } = engine.allDocsOfKeys('a', ['x', 'bad', 'y'], false, false);
    expect(rows.map((row) => 'error' in row)).toEqual([false, true, false]);
  });

  it('tells every writer when the commit fails', () => {
    const { db, engine } = open();
    // A deferred constraint fails at the commit, as a full disk does.
    db.exec(`PRAGMA foreign_keys = ON;
      CREATE TABLE p (k INTEGER PRIMARY KEY);
      CREATE TABLE c (k INTEGER REFERENCES p DEFERRABLE INITIALLY DEFERRED);`);
    const bulkDocs: Engine['bulkDocs'] = (database, writes, newEdits) => {
      db.exec('INSERT INTO c VALUES (1)');
      return engine.bulkDocs(database, writes, newEdits);
    };
    const { replies, wrote } = run(db, { ...engine, bulkDocs }, [write(1, 'x'), write(2, 'y')]);
    expect(replies).toMatchObject([{ status: 500 }, { status: 500 }]);
    expect(wrote).toEqual([]);
    expect(engine.info('a').doc_count).toBe(0);
    expect(db.isTransaction).toBe(false);
  });
});
