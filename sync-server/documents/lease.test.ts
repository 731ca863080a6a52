import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentStore } from '../store/document-store.ts';
import { ensureServerDatabases } from './databases.ts';
import { isLeased, withLease } from './lease.ts';
import { openStore } from './open-store.ts';

let dataDir: string;
let store: DocumentStore;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hoso-lease-'));
  store = await openStore({ dataDir });
  await ensureServerDatabases(store);
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const now = Date.parse('2026-11-27T12:00:00Z');
const yearMs = 365 * 86_400_000;
const parts = (nowMs: number) => ({ store, name: 'x', nowMs: () => nowMs, onFailure: () => {} });
const within = (nowMs: number) => withLease(parts(nowMs), () => Promise.resolve('done'));

it('is held by one at a time, and free when the work is done', async () => {
  const inside = await withLease(parts(now), async () => [
    await isLeased(store, 'x', now),
    await within(now + 60_000),
  ]);
  expect(inside?.value).toEqual([true, null]);
  expect(await isLeased(store, 'x', now)).toBe(false);
  expect(await within(now)).toEqual({ value: 'done' });
});

it('of a clock that was ahead binds nobody', async () => {
  const inside = await withLease(parts(now + yearMs), async () => [
    await isLeased(store, 'x', now),
    await within(now),
  ]);
  expect(inside?.value).toEqual([false, { value: 'done' }]);
});
