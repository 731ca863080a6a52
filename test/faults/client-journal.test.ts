/** The office's journal, in processes that die at each of its steps, on a full disk, and with damaged files. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { recordFault } from './report/fault-record.ts';
import { mountSmallDisk } from './small-disk.ts';
import { clientStruck } from './struck-points.ts';

const script = new URL('journal-writer.ts', import.meta.url).pathname;
const now = () => new Date();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoso-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Told {
  readonly kept: Set<number>;
  /** Asked to be forgotten: after a sudden end either may be. */
  readonly settling: Set<number>;
  readonly settled: Set<number>;
}

/** Runs the writer until it dies, and adds what it had been told. */
async function writeUntilDeath(told: Told, first: number, faultAt: string): Promise<string | null> {
  const child = spawn(process.execPath, [script, join(folder, 'journal'), String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOSO_FAULT_AT: faultAt },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  for (const line of output.split('\n').slice(0, -1)) {
    const [word = '', seqs = ''] = line.split(' ');
    const into = { kept: told.kept, settling: told.settling, settled: told.settled }[word];
    for (const seq of seqs.split(',')) into?.add(Number(seq));
  }
  return signal;
}

async function living(): Promise<ReadonlySet<number>> {
  const journal = await openJournal({ folder: join(folder, 'journal'), now });
  const entries = await journal.replay();
  await journal.close();
  for (const { seq, body } of entries) expect(body).toBe(`${seq} `.repeat(120));
  return new Set(entries.map(({ seq }) => seq));
}

describe('a sudden end', () => {
  it.each(clientStruck.journal)(
    'at %s loses nothing that was kept, and brings nothing back',
    async (point) => {
      const told: Told = { kept: new Set(), settling: new Set(), settled: new Set() };
      const counts = [1, 7, 40];
      for (const [round, count] of counts.entries()) {
        // A compaction is rarer than a write.
        const at = point.includes('compact') ? Math.ceil(count / 20) : count;
        expect(await writeUntilDeath(told, 1 + round * 1_000, `${point}:${at}`)).toBe('SIGKILL');
        const found = await living();
        const lost = [...told.kept].filter((seq) => !told.settling.has(seq) && !found.has(seq));
        expect(lost).toEqual([]);
        expect([...told.settled].filter((seq) => found.has(seq))).toEqual([]);
      }
      recordFault({
        area: 'office',
        fault: `sudden end at ${point}`,
        where: 'SIGKILL of a process that writes the journal, at this point',
        runs: counts.length,
        acknowledged: told.kept.size,
        lost: 0,
        outcome: 'the next start finds every entry that was kept; no settled one comes back',
      });
    },
  );
});

describe('a damaged file', () => {
  it('cut at any place, or with garbage at its end, keeps every whole entry', async () => {
    const journal = await openJournal({ folder: join(folder, 'journal'), now });
    for (let seq = 1; seq <= 30; seq += 1) {
      await journal.append([{ id: `work:${seq}`, seq, body: `${seq} `.repeat(120) }]);
    }
    await journal.close();
    const file = join(folder, 'journal', '000001.journal');
    const whole = await readFile(file);
    const cuts = Array.from({ length: 24 }, () => Math.floor(Math.random() * whole.length));
    const each = whole.length / 30;
    let kept = 0;
    for (const cut of cuts) {
      await rm(join(folder, 'journal'), { recursive: true });
      const fresh = await openJournal({ folder: join(folder, 'journal'), now });
      await fresh.close();
      await appendFile(file, whole);
      await truncate(file, cut);
      if (cut % 2 === 0) await appendFile(file, Buffer.alloc(cut % 5_000, cut));
      const found = await living();
      // Frames differ by a few bytes in length: the last one may just be whole or just not.
      expect(found.size).toBeGreaterThanOrEqual(Math.floor(cut / each) - 1);
      expect([...found]).toEqual(Array.from(found, (_, at) => at + 1));
      kept += found.size;
    }
    recordFault({
      area: 'office',
      fault: 'journal file cut short or followed by garbage',
      where: 'the file cut at random bytes, every second time with garbage after the cut',
      runs: cuts.length,
      acknowledged: kept,
      lost: 0,
      outcome: 'cut back to the last whole entry; the rest is kept aside as ….damaged-<time>',
    });
  });
});

describe('a full disk', () => {
  it('refuses the entry, keeps all before it, and goes on when there is room', async () => {
    const disk = await mountSmallDisk(2);
    try {
      const place = join(disk.folder, 'journal');
      const journal = await openJournal({ folder: place, now });
      let kept = 0;
      const append = (seq: number) =>
        journal.append([{ id: `work:${seq}`, seq, body: 'x'.repeat(20_000) }]);
      await expect(
        (async () => {
          for (;;) {
            await append(kept + 1);
            kept += 1;
          }
        })(),
      ).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(kept).toBeGreaterThan(50);
      await expect(append(kept + 1)).rejects.toMatchObject({ code: 'ENOSPC' });
      // Nothing torn is left behind, with the program running and after a restart.
      expect((await journal.replay()).length).toBe(kept);
      await journal.close();
      const again = await openJournal({ folder: place, now });
      expect(again.damage).toEqual([]);
      expect((await again.replay()).length).toBe(kept);
      await disk.grow(4);
      await again.append([{ id: 'work:after', seq: kept + 1, body: 'x' }]);
      expect((await again.replay()).length).toBe(kept + 1);
      await again.close();
      expect((await readdir(place)).every((name) => name.endsWith('.journal'))).toBe(true);
      recordFault({
        area: 'office',
        fault: 'disk full while the journal writes',
        where: 'a journal on a tmpfs of 2 MB, filled to its end, then made larger',
        runs: 2,
        acknowledged: kept,
        lost: 0,
        outcome:
          'the save is refused with DISK_FULL, the file has no torn entry, saving goes on when there is room',
      });
    } finally {
      await disk.remove();
    }
  });
});
