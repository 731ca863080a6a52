import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../shared/contract/journal.ts';
import { openJournal, type OpenJournal } from './open-journal.ts';

let root: string;
let folder: string;
const opened: OpenJournal[] = [];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hoso-journal-'));
  folder = path.join(root, 'one');
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  await rm(root, { recursive: true, force: true });
});

const now = () => new Date('2026-11-27T10:00:00Z');
async function open(options: { segmentBytes?: number; compactFromBytes?: number } = {}) {
  for (const journal of opened.splice(0)) await journal.close();
  const journal = await openJournal({ folder, now, ...options });
  opened.push(journal);
  return journal;
}
const entry = (seq: number, body = `thân ${seq}`): JournalEntry => ({
  id: `work:${seq}`,
  seq,
  body,
});
const ids = async (journal: OpenJournal) => (await journal.replay()).map(({ id }) => id);
const file = (name: string) => path.join(folder, name);
const files = async () => (await readdir(folder)).sort();

describe('the journal', () => {
  it('gives the living entries in their order, the newest of each id, after a restart, too', async () => {
    const first = await open();
    await first.append([entry(2), entry(1)]);
    await first.append([{ id: 'form:a', seq: 3, body: 'cũ' }, entry(4)]);
    await first.append([{ id: 'form:a', seq: 3, body: 'mới' }]);
    await first.settled(['work:2', 'work:unknown']);
    const expected = [entry(1), { id: 'form:a', seq: 3, body: 'mới' }, entry(4)];
    expect(await first.replay()).toEqual(expected);
    const second = await open();
    expect(await second.replay()).toEqual(expected);
    expect(second).toMatchObject({ living: 3, damage: [] });
  });

  it('takes what comes at one moment together, and each caller hears of its own', async () => {
    const journal = await open();
    await Promise.all(Array.from({ length: 200 }, (_, at) => journal.append([entry(at + 1)])));
    expect((await journal.replay()).length).toBe(200);
    expect((await (await open()).replay()).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 200 }, (_, at) => at + 1),
    );
  });

  it('is for its owner only', async () => {
    await (await open()).append([entry(1)]);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(file('000001.journal'))).mode & 0o777).toBe(0o600);
  });

  it('goes on in another file when one is long, and shrinks when most of it is settled', async () => {
    const journal = await open({ segmentBytes: 2_000, compactFromBytes: 3_000 });
    for (let seq = 1; seq <= 40; seq += 1) await journal.append([entry(seq, 'x'.repeat(200))]);
    expect((await files()).length).toBeGreaterThan(3);
    const before = journal.bytes;
    await journal.settled(Array.from({ length: 38 }, (_, at) => `work:${at + 1}`));
    expect(await ids(journal)).toEqual(['work:39', 'work:40']);
    expect(journal.bytes).toBeLessThan(before / 4);
    expect((await files()).length).toBe(1);
    await journal.append([entry(41)]);
    expect(await ids(await open())).toEqual(['work:39', 'work:40', 'work:41']);
  });
});

describe('a damaged journal', () => {
  it('loses a torn end only, keeps it aside, and is written on', async () => {
    await (await open()).append([entry(1), entry(2)]);
    await (await open()).append([entry(3)]);
    const { length } = await readFile(file('000001.journal'));
    await truncate(file('000001.journal'), length - 3);
    const journal = await open();
    expect(await ids(journal)).toEqual(['work:1', 'work:2']);
    expect(journal.damage).toMatchObject([{ place: 'end' }]);
    await journal.append([entry(4)]);
    const again = await open();
    expect(await ids(again)).toEqual(['work:1', 'work:2', 'work:4']);
    expect(again.damage).toEqual([]);
    const aside = (await files()).find((name) => name.includes('.damaged-'));
    expect(aside).toBe('000001.journal.damaged-2026-11-27T10-00-00-000Z');
    expect((await readFile(file(aside ?? ''))).length).toBeGreaterThan(20);
  });

  it.each(['zeros', 'garbage'])('loses nothing by %s at the end', async (kind) => {
    await (await open()).append([entry(1)]);
    const tail = kind === 'zeros' ? Buffer.alloc(8_192) : Buffer.from('ff484afe garbage'.repeat(9));
    await appendFile(file('000001.journal'), tail);
    expect(await ids(await open())).toEqual(['work:1']);
    await (await open()).append([entry(2)]);
    expect(await ids(await open())).toEqual(['work:1', 'work:2']);
  });

  it('broken in the middle still gives what stands after, and is rewritten', async () => {
    await (await open()).append([entry(1), entry(2, 'HỎNG'), entry(3)]);
    const bytes = await readFile(file('000001.journal'));
    bytes.fill(0, bytes.indexOf('HỎNG'), bytes.indexOf('HỎNG') + 3);
    await writeFile(file('000001.journal'), bytes);
    const journal = await open();
    expect(await ids(journal)).toEqual(['work:1', 'work:3']);
    expect(journal.damage).toMatchObject([{ file: 1, place: 'middle' }]);
    const again = await open();
    expect(await ids(again)).toEqual(['work:1', 'work:3']);
    expect(again.damage).toEqual([]);
    expect((await files()).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  });

  it('with a file that is no journal at all is an empty one, and keeps that file', async () => {
    await open();
    await writeFile(file('000001.journal'), 'đây không phải nhật ký');
    const journal = await open();
    expect(await ids(journal)).toEqual([]);
    await journal.append([entry(1)]);
    expect(await ids(await open())).toEqual(['work:1']);
  });
});

describe('a compaction that did not come to its end', () => {
  async function compacted() {
    const journal = await open({ segmentBytes: 500, compactFromBytes: 1_000_000 });
    for (let seq = 1; seq <= 12; seq += 1) await journal.append([entry(seq, 'x'.repeat(200))]);
    await journal.settled(['work:1', 'work:12']);
    const expected = await journal.replay();
    const old = await Promise.all(
      (await files()).map(async (name) => [name, await readFile(file(name))] as const),
    );
    const small = await open({ compactFromBytes: 10 });
    await small.settled(expected.slice(0, 9).map(({ id }) => id));
    // In its turn: the compaction is done by then.
    await small.replay();
    return { old, expected: expected.slice(9), newest: (await files()).at(-1) ?? '' };
  }

  it('a half-made file is put away', async () => {
    await (await open()).append([entry(1)]);
    await writeFile(file('000002.journal.new'), 'nửa chừng');
    expect(await ids(await open())).toEqual(['work:1']);
    expect(await files()).toEqual(['000001.journal']);
  });

  it('gives the same entries however many of the old files are still there', async () => {
    const { old, expected, newest } = await compacted();
    expect(old.length).toBeGreaterThan(3);
    for (let from = 0; from <= old.length; from += 1) {
      for (const [name, bytes] of old.slice(from)) await writeFile(file(name), bytes);
      expect(await (await open()).replay()).toEqual(expected);
      expect(await files()).toEqual([newest]);
    }
  });
});
