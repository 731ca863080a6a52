/**
 * The file that is being written. A write is on the disk when it resolves; one that fails leaves nothing
 * behind: the file is cut back to its last whole frame. A file that cannot even be cut back, or whose sync
 * failed (what is on the disk is then unknown), takes no more.
 */
import type { FileHandle } from 'node:fs/promises';
import { reachFaultPoint } from '../fault-points.ts';

export class ActiveSegment {
  readonly number: number;
  readonly #handle: FileHandle;
  #bytes: number;
  #broken = false;

  constructor(number: number, handle: FileHandle, bytes: number) {
    this.number = number;
    this.#handle = handle;
    this.#bytes = bytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** It can take no more: the next write needs another file. */
  get broken(): boolean {
    return this.#broken;
  }

  async write(content: Buffer): Promise<void> {
    reachFaultPoint('journal.beforeWrite');
    try {
      await this.#handle.appendFile(content);
      reachFaultPoint('journal.afterWrite');
      await this.#handle.datasync();
    } catch (error) {
      await this.#cutBack();
      throw error;
    }
    this.#bytes += content.length;
    reachFaultPoint('journal.afterSync');
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #cutBack(): Promise<void> {
    try {
      await this.#handle.truncate(this.#bytes);
      await this.#handle.sync();
    } catch {
      // The write's own failure is what the caller hears; reading finds the last whole frame by itself.
      this.#broken = true;
    }
  }
}
