/**
 * Compaction: what still lives goes into one new file, then the old ones go. Safe at each step: the new file
 * is complete on the disk before it has its name; until the last old file is gone, reading all of them gives
 * the same entries; the oldest goes first, so that no entry outlives the frame that settled it.
 */
import { reachFaultPoint } from '../fault-points.ts';
import { encodeFrame, readFrames, type AppendFrame } from './frame.ts';
import type { LivingEntries } from './living-entries.ts';
import type { SegmentFiles } from './segment-files.ts';

/** When at least half of it, and some amount, is of no use any more. */
export function worthCompacting(bytes: {
  readonly total: number;
  readonly living: number;
  readonly from: number;
}): boolean {
  const useless = bytes.total - bytes.living;
  return useless >= bytes.from && useless >= bytes.living;
}

export interface CompactParts {
  readonly files: SegmentFiles;
  readonly living: LivingEntries;
  /** Of the new file: higher than all there are. */
  readonly number: number;
  /** Files to be kept aside instead of deleted. */
  readonly damaged: ReadonlySet<number>;
}

/** Null when there was no room for the new file: nothing has changed then. */
export async function compact(parts: CompactParts): Promise<{ readonly bytes: number } | null> {
  const { files, living, number, damaged } = parts;
  const old = (await files.numbers()).filter((other) => other < number);
  const newest = new Map<string, AppendFrame>();
  for (const one of old) {
    for (const { frame } of readFrames(await files.read(one)).frames) {
      if (frame.kind !== 'append' || !living.has(frame.id)) continue;
      // Deleted first: the order is that of the newest frame of each id.
      newest.delete(frame.id);
      newest.set(frame.id, frame);
    }
  }
  const begins = encodeFrame({ kind: 'begins', number: living.nextNumber });
  const content = Buffer.concat([begins, ...[...newest.values()].map(encodeFrame)]);
  reachFaultPoint('journal.compact.beforeNewSegment');
  try {
    await files.create(number, content, () => reachFaultPoint('journal.compact.afterNewSegment'));
  } catch {
    return null;
  }
  reachFaultPoint('journal.compact.afterRename');
  for (const one of old) {
    await (damaged.has(one) ? files.setAside(one) : files.remove(one));
    reachFaultPoint('journal.compact.afterDelete');
  }
  return { bytes: content.length };
}
