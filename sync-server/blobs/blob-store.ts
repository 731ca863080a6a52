/**
 * Where large sealed bytes lie: a folder, or a bucket. One contract, two adapters (test/contract/blobs).
 *
 * Invariants: what comes in is sealed already, so an adapter and a backup copy ciphertext only; an object is there
 * whole and durable or not at all; it is never written anew under the same key; removing what is not there is no fault.
 */
export type ByteSource = AsyncIterable<Uint8Array>;

export interface BlobFacts {
  readonly key: string;
  readonly bytes: number;
  /** When it was written, by the clock of the disk or bucket. */
  readonly writtenAtMs: number;
}

export interface BlobRange {
  readonly from: number;
  /** Before this byte. */
  readonly to: number;
}

export interface BlobStore {
  /**
   * Resolves when the object is durable. When the source throws or has another number of bytes, nothing is left.
   * @throws BlobStoreFullError when there is no room
   */
  put(key: string, source: ByteSource, bytes: number): Promise<void>;
  /** Null when there is none. */
  get(key: string, range?: BlobRange): Promise<ByteSource | null>;
  head(key: string): Promise<BlobFacts | null>;
  /** In no order that means anything; what is written meanwhile may be missing. */
  list(prefix?: string): AsyncIterable<BlobFacts>;
  delete(key: string): Promise<void>;
  close(): Promise<void>;
}

export class BlobStoreFullError extends Error {
  override readonly name = 'BlobStoreFullError';
  constructor(options?: ErrorOptions) {
    super('no room for another blob', options);
  }
}

/** The source had fewer or more bytes than were announced. */
export class BlobSizeError extends Error {
  override readonly name = 'BlobSizeError';
  constructor() {
    super('another number of bytes than was announced');
  }
}

const keyPattern = /^[a-z0-9]+(?:[/-][a-z0-9]+)*$/;

/** Keys become paths: only these letters, and never a step upwards. @throws RangeError */
export function assertKey(key: string): void {
  if (key.length > 200 || !keyPattern.test(key)) throw new RangeError('not a key of a blob');
}

/**
 * Passes bytes on and throws when their number is not the announced one. One piece is always held back until the
 * source has ended well: whoever counts what arrives never sees a whole object that is not one.
 */
export async function* counted(source: ByteSource, bytes: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  let held: Uint8Array | null = null;
  for await (const piece of source) {
    if (held) yield held;
    held = piece;
    seen += piece.length;
    if (seen > bytes) throw new BlobSizeError();
  }
  if (seen !== bytes) throw new BlobSizeError();
  if (held) yield held;
}
