/** Which entries of the journal still count: the newest of each id, until it is settled. Pure. */
import type { Frame } from './frame.ts';

interface Living {
  readonly bytes: number;
}

export class LivingEntries {
  readonly #entries = new Map<string, Living>();
  #livingBytes = 0;
  #lastNumber = 0;

  /** Takes in the next frame, in the order in which the frames were written. */
  take(frame: Frame, bytes: number): void {
    this.#lastNumber = Math.max(this.#lastNumber, frame.number);
    if (frame.kind === 'append') {
      this.#forget(frame.id);
      this.#entries.set(frame.id, { bytes });
      this.#livingBytes += bytes;
    } else if (frame.kind === 'settled') {
      for (const id of frame.ids) this.#forget(id);
    }
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  get count(): number {
    return this.#entries.size;
  }

  /** Bytes of the frames that hold the living entries. */
  get livingBytes(): number {
    return this.#livingBytes;
  }

  get nextNumber(): number {
    return this.#lastNumber + 1;
  }

  #forget(id: string): void {
    this.#livingBytes -= this.#entries.get(id)?.bytes ?? 0;
    this.#entries.delete(id);
  }
}
