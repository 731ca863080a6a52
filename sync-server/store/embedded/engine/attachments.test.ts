import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { WireWrite } from '../protocol.ts';
import { createEngine } from './engine.ts';
import { migrate } from '../file/migrations.ts';

const data = Buffer.from('scan').toString('base64');
const doc = (id: string, extra: Partial<WireWrite> = {}): WireWrite => ({
  id,
  rev: null,
  ancestry: [],
  deleted: false,
  json: '{}',
  attachments: { f: { data } },
  ...extra,
});

describe('stored attachments', () => {
  it('are kept once, and go with the last document that names them', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db);
    const engine = createEngine(db);
    const blobs = () => db.prepare('SELECT count(*) AS n FROM blobs').get()?.['n'];
    engine.createDatabase('a');
    engine.createDatabase('b');
    const [row] = engine.bulkDocs('a', [doc('x')], true);
    engine.bulkDocs('b', [doc('y')], true);
    expect(blobs()).toBe(1);
    engine.bulkDocs('a', [doc('x', { rev: row?.ok ? row.rev : '', attachments: null })], true);
    expect(blobs()).toBe(1);
    engine.deleteDatabase('b');
    expect(blobs()).toBe(0);
  });

  it('leave nothing behind when the document is refused', () => {
    const db = new DatabaseSync(':memory:');
    migrate(db);
    const engine = createEngine(db);
    engine.createDatabase('a');
    const attachments = { f: { data }, none: { stub: true } };
    const [row] = engine.bulkDocs('a', [doc('x', { attachments })], true);
    expect(row).toMatchObject({ error: 'missing_stub' });
    expect(db.prepare('SELECT count(*) AS n FROM blobs').get()?.['n']).toBe(0);
  });
});
