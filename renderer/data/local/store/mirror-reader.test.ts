import { randomUUID } from 'node:crypto';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { expect, it } from 'vitest';
import type { Change } from '../../../../shared/change/change.ts';
import { makeChange, moved } from '../../../../test/helpers/office-changes.ts';
import { sampleAuthor, samplePerson, sampleUnit } from '../../../../test/helpers/sample-changes.ts';
import { testSealer } from '../../../../test/helpers/test-sealer.ts';
import { createFreshDocuments, rowsFromPull } from './documents.ts';
import { createMirrorReader } from './mirror-reader.ts';
import { writeMirror } from './mirror-writer.ts';
import { openDatabase } from './open-database.ts';
import type { Sealer } from './sealer.ts';

it('does not keep what it read while a newer row was written', async () => {
  const name = `reader-${randomUUID()}`;
  const database = await openDatabase({
    name,
    storage: getRxStorageMemory(),
    keepLost: () => Promise.resolve(),
  });
  const sealer = await testSealer(name);
  const write = async (change: Change, rev: string) => {
    const pulled = [{ id: change._id, rev, doc: { ...change } }];
    await writeMirror(
      database.change,
      await rowsFromPull('change', pulled, sealer, createFreshDocuments()),
    );
  };
  const submitted = makeChange({
    unit: sampleUnit,
    author: sampleAuthor,
    kind: 'create',
    patch: samplePerson,
  });
  await write(submitted, '1-a');

  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const slow: Sealer = {
    ...sealer,
    open: async (rows) => {
      await held;
      return sealer.open(rows);
    },
  };
  const reader = createMirrorReader(database, slow);
  const early = reader.read('change', [submitted._id]);
  // The row on its way out of the disk is the old one by now.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await write(moved(submitted, 'verified', sampleAuthor), '2-b');
  reader.forget([submitted._id]);
  letGo();
  expect((await early).get(submitted._id)?.document.state).toBe('submitted');
  const later = await reader.read('change', [submitted._id]);
  expect(later.get(submitted._id)?.document.state).toBe('verified');
  await database.close();
});
