/**
 * Reads all files of a journal at the start. A broken end is cut off at the last whole frame and kept aside.
 * Broken bytes in the middle cost the frames they hit and no other; such a file is rewritten by a compaction
 * and then kept aside as a whole.
 */
import { readFrames, type Frame } from './frame.ts';
import type { LivingEntries } from './living-entries.ts';
import type { SegmentFiles } from './segment-files.ts';

export interface JournalDamage {
  readonly file: number;
  readonly place: 'end' | 'middle';
  readonly bytes: number;
}

export interface Recovered {
  /** The file to go on with. */
  readonly active: number;
  readonly activeBytes: number;
  readonly closedBytes: number;
  readonly damage: readonly JournalDamage[];
  /** Files with broken bytes that still stand in the journal. */
  readonly damagedFiles: Set<number>;
}

interface FileOf {
  readonly number: number;
  readonly bytes: Buffer;
  readonly frames: readonly { readonly frame: Frame; readonly bytes: number }[];
}

/** Older files are not needed when a later one begins with all that lives, and has lost nothing of it. */
function needed(files: readonly FileOf[], damage: readonly JournalDamage[]): readonly FileOf[] {
  const from = files.findLastIndex(
    ({ number, frames }) =>
      frames[0]?.frame.kind === 'begins' && !damage.some(({ file }) => file === number),
  );
  return from < 0 ? files : files.slice(from);
}

export async function recover(files: SegmentFiles, living: LivingEntries): Promise<Recovered> {
  await files.clearHalfMade();
  const damage: JournalDamage[] = [];
  const damagedFiles = new Set<number>();
  const read: FileOf[] = [];
  for (const number of await files.numbers()) {
    const bytes = await files.read(number);
    const { frames, damage: runs, wholeBytes } = readFrames(bytes);
    for (const { from, to } of runs) {
      const place = from === wholeBytes ? 'end' : 'middle';
      damage.push({ file: number, place, bytes: to - from });
      if (place === 'middle') damagedFiles.add(number);
    }
    if (wholeBytes < bytes.length && !(await cutEnd(files, number, bytes, wholeBytes))) {
      damagedFiles.add(number);
    }
    read.push({ number, bytes: bytes.subarray(0, wholeBytes), frames });
  }
  const standing = needed(read, damage);
  for (const { frames } of standing)
    for (const { frame, bytes } of frames) living.take(frame, bytes);
  for (const { number } of read) {
    if (!standing.some((file) => file.number === number)) await files.remove(number);
  }
  return { ...placeToWrite(standing, damagedFiles), damage, damagedFiles };
}

/** False when there is no room to keep the cut part: then the file stays as it is, and is not written to. */
async function cutEnd(
  files: SegmentFiles,
  number: number,
  bytes: Buffer,
  wholeBytes: number,
): Promise<boolean> {
  try {
    await files.cut(number, bytes, wholeBytes);
    return true;
  } catch {
    return false;
  }
}

function placeToWrite(
  files: readonly FileOf[],
  damagedFiles: ReadonlySet<number>,
): Pick<Recovered, 'active' | 'activeBytes' | 'closedBytes'> {
  const last = files.at(-1);
  const sizes = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (!last) return { active: 1, activeBytes: 0, closedBytes: 0 };
  if (damagedFiles.has(last.number)) {
    return { active: last.number + 1, activeBytes: 0, closedBytes: sizes };
  }
  return {
    active: last.number,
    activeBytes: last.bytes.length,
    closedBytes: sizes - last.bytes.length,
  };
}
