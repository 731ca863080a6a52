/** What this machine's disk asks for one durable append: the floor under everything that promises durability. */
import { fsyncSync, openSync, closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of each append of so many bytes, followed by an fsync. */
export function bareAppends(folder: string, bytes: number, count: number): readonly number[] {
  const file = openSync(join(folder, 'appends'), 'a');
  const block = Buffer.alloc(bytes, 'x');
  try {
    return Array.from({ length: count }, () => {
      const startedMs = performance.now();
      writeSync(file, block);
      fsyncSync(file);
      return performance.now() - startedMs;
    });
  } finally {
    closeSync(file);
  }
}
