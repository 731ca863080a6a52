import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate } from './migrations.ts';

const one = { step: 10, sql: 'CREATE TABLE a (x INTEGER) STRICT' };
const two = { step: 20, sql: 'ALTER TABLE a ADD COLUMN y INTEGER' };
const stepOf = (db: DatabaseSync) => db.prepare('SELECT step FROM schema_step').get()?.['step'];

describe('the schema of the store', () => {
  it('does the steps not yet done, in order, once', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db, [one]);
    migrate(db, [one, two]);
    migrate(db, [one, two]);
    expect(stepOf(db)).toBe(20);
    db.exec('INSERT INTO a VALUES (1, 2)');
  });

  it('leaves the file as it was when a step fails', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db, [one]);
    expect(() => migrate(db, [one, { step: 20, sql: 'NOT SQL' }])).toThrow(/syntax/u);
    expect(stepOf(db)).toBe(10);
  });

  it('refuses the file of a newer server', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db, [one, two]);
    expect(() => migrate(db, [one])).toThrow(/newer server/u);
  });
});
