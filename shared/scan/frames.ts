/**
 * How the bytes of a scan lie sealed on a disk: frames of 64 KiB, each sealed by itself, so that 25 MB are never
 * whole in memory and a part can be read without the rest. Pure: the cipher (AES-256-GCM) is passed in.
 *
 * Invariants: a key seals one file, so a frame's number is nonce enough; number and "this is the last one" are
 * part of the nonce, and the file's name of what it is goes into each frame: frames that were changed, moved,
 * exchanged or cut off at the end do not open.
 */
export interface FrameCipher {
  seal(nonce: Uint8Array, about: string, clear: Uint8Array): Uint8Array;
  /** Null when the key, the place or the bytes are not those that were sealed. */
  open(nonce: Uint8Array, about: string, sealed: Uint8Array): Uint8Array | null;
}

export const frameBytes = 65_536;
export const tagBytes = 16;
export const sealedFrameBytes = frameBytes + tagBytes;
const nonceBytes = 12;

/** Sealed bytes that do not open: changed, moved, cut, or under another key. */
export class FrameBrokenError extends Error {
  override readonly name = 'FrameBrokenError';
  constructor(frame: number) {
    super(`frame ${frame} does not open`);
  }
}

/** Number of frames of so many clear bytes (at least one). */
export const frameCount = (clearBytes: number): number =>
  Math.max(1, Math.ceil(clearBytes / frameBytes));

export const sealedBytes = (clearBytes: number): number =>
  clearBytes + frameCount(clearBytes) * tagBytes;

function nonceOf(frame: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(nonceBytes);
  new DataView(nonce.buffer).setUint32(7, frame);
  nonce[nonceBytes - 1] = last ? 1 : 0;
  return nonce;
}

/** Pieces of any size in, pieces of exactly `size` out; the last one may be shorter. */
export async function* inPieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + size - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < size) continue;
      yield piece;
      piece = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** @param clearBytes how many bytes the source will give: others than said are refused, nothing half is sealed as whole */
export async function* sealFrames(
  cipher: FrameCipher,
  about: string,
  clearBytes: number,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const last = frameCount(clearBytes) - 1;
  let frame = 0;
  let seen = 0;
  for await (const clear of inPieces(source, frameBytes)) {
    seen += clear.length;
    if (seen > clearBytes) break;
    yield cipher.seal(nonceOf(frame, frame === last), about, clear);
    frame += 1;
  }
  if (seen !== clearBytes) throw new RangeError('another number of bytes than was said');
}

/** Which sealed bytes hold the clear bytes from `start` to before `end`, and from which frame on. */
export function sealedRange(
  clearBytes: number,
  start: number,
  end: number,
): { readonly firstFrame: number; readonly from: number; readonly to: number } {
  const firstFrame = Math.floor(start / frameBytes);
  const lastFrame = Math.floor((end - 1) / frameBytes);
  return {
    firstFrame,
    from: firstFrame * sealedFrameBytes,
    to: Math.min((lastFrame + 1) * sealedFrameBytes, sealedBytes(clearBytes)),
  };
}

/**
 * The clear bytes from `start` to before `end`, out of the sealed bytes of `sealedRange`.
 * @throws FrameBrokenError at the first frame that does not open, before anything of it is given out
 */
export async function* openFrames(
  cipher: FrameCipher,
  about: string,
  clear: { readonly bytes: number; readonly start: number; readonly end: number },
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const last = frameCount(clear.bytes) - 1;
  let frame = Math.floor(clear.start / frameBytes);
  let given = 0;
  for await (const sealed of inPieces(source, sealedFrameBytes)) {
    const opened = cipher.open(nonceOf(frame, frame === last), about, sealed);
    if (!opened) throw new FrameBrokenError(frame);
    const offset = frame * frameBytes;
    const part = opened.subarray(Math.max(0, clear.start - offset), clear.end - offset);
    given += part.length;
    if (part.length > 0) yield part;
    frame += 1;
  }
  if (given !== clear.end - clear.start) throw new FrameBrokenError(frame);
}
