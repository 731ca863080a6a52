import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { scheduleCheckpoints } from './checkpoints.ts';
import { openDatabaseFile } from './database-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoso-checkpoint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('checkpoints', () => {
  it('move what was written into the file, without anyone closing it', async () => {
    const file = join(folder, 'store.sqlite');
    const db = openDatabaseFile(file);
    const checkpoints = scheduleCheckpoints(db);
    db.exec('CREATE TABLE t (x TEXT)');
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    for (let n = 0; n < 50; n += 1) insert.run('x'.repeat(20_000));
    checkpoints.noteWrite();
    expect(statSync(file).size).toBeLessThan(500_000);
    await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(1_000_000), 20_000);
    checkpoints.stop();
    db.close();
  }, 30_000);
});
