/**
 * The journal of unsent work of one account on this PC: append-only files in one folder.
 *
 * Invariants: `append` resolves only when the entries are on the disk; requests of one moment share one sync;
 * one thing at a time; whatever was whole on the disk is read again, whatever happened to the bytes around it.
 * The newest entry of an id counts, until it is settled.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { JournalEntry } from '../../shared/contract/journal.ts';
import { syncFolder } from '../disk/durable-write.ts';
import { queue } from '../disk/queue.ts';
import { ActiveSegment } from './active-segment.ts';
import { compact, worthCompacting } from './compact.ts';
import { encodeFrame, readFrames, type AppendFrame, type Frame } from './frame.ts';
import { groupCommit } from './group-commit.ts';
import { LivingEntries } from './living-entries.ts';
import { recover, type JournalDamage } from './recover.ts';
import { segmentFiles, type SegmentFiles } from './segment-files.ts';

export interface OpenJournal {
  /** @throws what the disk said; nothing of these entries is then in the journal */
  append(entries: readonly JournalEntry[]): Promise<void>;
  settled(ids: readonly string[]): Promise<void>;
  /** The living entries in the order of `seq`. */
  replay(): Promise<readonly JournalEntry[]>;
  has(id: string): boolean;
  readonly bytes: number;
  readonly living: number;
  /** What was found broken when it was opened. */
  readonly damage: readonly JournalDamage[];
  close(): Promise<void>;
}

export interface JournalOptions {
  readonly folder: string;
  readonly now: () => Date;
  /** A file is closed and another begun beyond this. */
  readonly segmentBytes?: number;
  /** Not worth the trouble below this. */
  readonly compactFromBytes?: number;
}

/** The frames of one request, numbered from here on. */
type FramesFrom = (number: number) => readonly Frame[];

const bySeq = (a: AppendFrame, b: AppendFrame): number => a.seq - b.seq || a.number - b.number;

async function readLiving(
  files: SegmentFiles,
  living: LivingEntries,
): Promise<readonly JournalEntry[]> {
  const newest = new Map<string, AppendFrame>();
  for (const number of await files.numbers()) {
    for (const { frame } of readFrames(await files.read(number)).frames) {
      if (frame.kind === 'append' && living.has(frame.id)) newest.set(frame.id, frame);
    }
  }
  const entries = [...newest.values()].sort(bySeq);
  return entries.map(({ id, seq, body }) => ({ id, seq, body }));
}

export async function openJournal(options: JournalOptions): Promise<OpenJournal> {
  const { folder, now, segmentBytes = 4_000_000, compactFromBytes = 256_000 } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncFolder(path.dirname(folder));
  const files = segmentFiles(folder, now);
  const living = new LivingEntries();
  const found = await recover(files, living);
  let closedBytes = found.closedBytes;
  let active = new ActiveSegment(found.active, await files.open(found.active), found.activeBytes);
  const inTurn = queue();

  async function nextSegment(): Promise<void> {
    closedBytes += active.bytes;
    const number = active.number + 1;
    const handle = await files.open(number);
    await active.close();
    active = new ActiveSegment(number, handle, 0);
  }

  /** All that is left of the journal in one new file; the disk may be too full for that, then it stays as it is. */
  async function compactAll(): Promise<void> {
    const number = active.number + 1;
    const made = await compact({ files, living, number, damaged: found.damagedFiles });
    if (!made) return;
    found.damagedFiles.clear();
    await active.close();
    closedBytes = 0;
    active = new ActiveSegment(number, await files.open(number), made.bytes);
  }

  async function tidy(): Promise<void> {
    const total = closedBytes + active.bytes;
    if (worthCompacting({ total, living: living.livingBytes, from: compactFromBytes })) {
      await compactAll();
    } else if (active.bytes > segmentBytes) await nextSegment();
  }

  async function write(requests: readonly FramesFrom[]): Promise<void> {
    let number = living.nextNumber;
    const frames = requests.flatMap((framesFrom) => {
      const made = framesFrom(number);
      number += made.length;
      return made;
    });
    const encoded = frames.map(encodeFrame);
    if (active.broken) await nextSegment();
    await active.write(Buffer.concat(encoded));
    frames.forEach((frame, at) => living.take(frame, encoded[at]?.length ?? 0));
  }

  const put = groupCommit<FramesFrom>({ inTurn, write, tidy });

  if (found.damagedFiles.size > 0) await compactAll();
  return {
    append: async (entries) => {
      if (entries.length === 0) return;
      await put((first) =>
        entries.map((entry, at): Frame => ({ kind: 'append', number: first + at, ...entry })),
      );
    },
    settled: async (ids) => {
      const known = ids.filter((id) => living.has(id));
      if (known.length === 0) return;
      await put((number) => [{ kind: 'settled', number, ids: known }]);
    },
    replay: () => inTurn(() => readLiving(files, living)),
    has: (id) => living.has(id),
    get bytes() {
      return closedBytes + active.bytes;
    },
    get living() {
      return living.count;
    },
    damage: found.damage,
    close: () => inTurn(() => active.close()),
  };
}
