import { expect, it } from 'vitest';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { openAudit } from './audit.ts';

function failingStore() {
  const written: string[] = [];
  const state = { failing: true };
  const bulkDocs = async (_database: string, docs: readonly StoredDocument[]) => {
    if (state.failing) throw new Error('the disk is full');
    written.push(...docs.map((doc) => String(doc['event'])));
    return docs.map(({ _id }) => ({ ok: true, id: _id, rev: '1-a' }));
  };
  // The audit uses nothing else of a store.
  return { store: { bulkDocs } as unknown as DocumentStore, written, state };
}
const entry = (event: string) => ({ event, account: 'a', outcome: 'done' });

it('keeps entries that could not be written, and writes them in order when it can', async () => {
  const { store, written, state } = failingStore();
  const failures: unknown[] = [];
  const audit = openAudit(store, (error) => failures.push(error));
  audit.record(entry('one'));
  await audit.flush();
  audit.record(entry('two'));
  await audit.flush();
  expect(failures).toHaveLength(2);
  state.failing = false;
  await expect.poll(() => written).toEqual(['one', 'two']);
  await audit.close();
});

it('lets nothing be done that must be on record once too much is waiting', async () => {
  const { store, state } = failingStore();
  const audit = openAudit(store, () => undefined);
  for (let count = 0; count < 10_000; count += 1) audit.record(entry('x'));
  await audit.flush();
  expect(() => audit.demandRoom()).toThrow('nhật ký');
  state.failing = false;
  await audit.flush();
  expect(() => audit.demandRoom()).not.toThrow();
  await audit.close();
});
