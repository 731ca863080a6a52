/**
 * Reads remembered for a short while and forgotten at once when this store's database is written. The age
 * bound is for a write by another gateway whose signal was lost.
 */
import type { DocumentStore } from '../store/document-store.ts';

const memoryMs = 2000;
const most = 10_000;

export interface Remembered<T> {
  get(key: string): Promise<T>;
  forget(key: string): void;
}

export function rememberReads<T>(
  store: DocumentStore,
  database: string,
  nowMs: () => number,
  read: (key: string) => Promise<T>,
): Remembered<T> {
  const memory = new Map<string, { readonly atMs: number; readonly value: T }>();
  // A read begun before a write must not be remembered after it.
  let writes = 0;
  const clear = () => {
    writes += 1;
    memory.clear();
  };
  store.onWrite((written) => {
    if (written === database) clear();
  });
  return {
    async get(key) {
      const atMs = nowMs();
      const held = memory.get(key);
      if (held && atMs - held.atMs < memoryMs) return held.value;
      const before = writes;
      const value = await read(key);
      if (memory.size >= most) memory.clear();
      if (before === writes) memory.set(key, { atMs, value });
      return value;
    },
    forget(key) {
      writes += 1;
      memory.delete(key);
    },
  };
}
