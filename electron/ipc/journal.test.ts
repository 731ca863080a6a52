import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DiskRoom } from '../../shared/contract/journal.ts';
import { journalShelf, type JournalShelf } from '../journal/journal-shelf.ts';
import { journalHandlers } from './journal.ts';

let root: string;
let shelf: JournalShelf;
let name: string | null;
let room: DiskRoom;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hoso-journal-'));
  shelf = journalShelf({
    folder: path.join(root, 'journal'),
    now: () => new Date(),
    onDamage: () => undefined,
  });
  name = 'hoso-one';
  room = { level: 'enough', freeBytes: 1e9 };
});
afterEach(async () => {
  await shelf.close();
  await rm(root, { recursive: true, force: true });
});

const handlers = () =>
  journalHandlers({ shelf, databaseName: () => name, room: async () => room, report: () => 'n1' });
const entry = (seq: number, body = 'thân') => ({ id: `work:${seq}`, seq, body });

it('serves the journal of the open session only', async () => {
  const ipc = handlers();
  expect(await ipc['journal.append']({ entries: [entry(1)] })).toMatchObject({
    ok: true,
    value: room,
  });
  name = 'hoso-two';
  expect(await ipc['journal.replay']({ from: 0 })).toMatchObject({ value: { entries: [] } });
  name = 'hoso-one';
  expect(await ipc['journal.replay']({ from: 0 })).toMatchObject({
    value: { entries: [entry(1)] },
  });
  name = null;
  expect(await ipc['journal.append']({ entries: [entry(2)] })).toMatchObject({
    problem: { code: 'SESSION_EXPIRED' },
  });
  expect((await readdir(path.join(root, 'journal'))).sort()).toEqual(['hoso-one', 'hoso-two']);
});

it.each(['..', '../x', 'a/b', '', 'A', 'a'.repeat(101)])(
  '%j is no folder of a journal',
  async (bad) => {
    name = bad;
    await expect(handlers()['journal.state'](undefined)).rejects.toThrow('not a name');
  },
);

it('takes nothing new on a full disk, and says so before anything is written', async () => {
  const ipc = handlers();
  await ipc['journal.append']({ entries: [entry(1)] });
  room = { level: 'full', freeBytes: 12_345_678 };
  expect(await ipc['journal.append']({ entries: [entry(1), entry(2)] })).toMatchObject({
    problem: { code: 'DISK_FULL', details: { freeMegabytes: 12 } },
  });
  // An answer of the centre about what is there already may use the room that is kept back.
  expect(await ipc['journal.append']({ entries: [entry(1, 'bị từ chối')] })).toMatchObject({
    ok: true,
  });
  expect(await ipc['journal.settled']({ ids: ['work:1'] })).toMatchObject({ ok: true });
  expect(await ipc['journal.state'](undefined)).toMatchObject({
    value: { room: { level: 'full' }, living: 0, damagedBytes: 0 },
  });
});

it('gives a long journal in pages', async () => {
  const ipc = handlers();
  const long = Array.from({ length: 9 }, (_, at) => entry(at + 1, 'x'.repeat(1_500_000)));
  await ipc['journal.append']({ entries: long });
  const seqs: number[][] = [];
  let from: number | null = 0;
  while (from !== null) {
    const page = await ipc['journal.replay']({ from });
    if (!page.ok) throw new Error(page.problem.code);
    seqs.push(page.value.entries.map(({ seq }) => seq));
    from = page.value.next;
  }
  expect(seqs).toEqual([[1, 2], [3, 4], [5, 6], [7, 8], [9]]);
});

it('a disk that is full in the middle of a write is told as such; another fault bears a number', async () => {
  const failing = (code: string): JournalShelf => ({
    close: async () => undefined,
    journalOf: async (one) => ({
      ...(await shelf.journalOf(one)),
      has: () => false,
      append: () => Promise.reject(Object.assign(new Error('write'), { code })),
    }),
  });
  const codeOf = async (code: string) => {
    const parts = { databaseName: () => name, room: async () => room, report: () => 'n1' };
    const result = await journalHandlers({ ...parts, shelf: failing(code) })['journal.append']({
      entries: [entry(1)],
    });
    return result.ok ? 'stored' : result.problem.code;
  };
  expect(await codeOf('ENOSPC')).toBe('DISK_FULL');
  expect(await codeOf('EDQUOT')).toBe('DISK_FULL');
  expect(await codeOf('EIO')).toBe('DISK_WRITE_FAILED');
});
