import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  frameBytes,
  FrameBrokenError,
  openFrames,
  sealedBytes,
  sealedFrameBytes,
  sealedRange,
  sealFrames,
} from '../../../shared/scan/frames.ts';
import { frameCipher } from './frame-cipher.ts';

const cipher = frameCipher(randomBytes(32));

async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}
const sealed = (clear: Uint8Array, about = 'a') =>
  gather(sealFrames(cipher, about, clear.length, [clear]));
const opened = (bytes: number, sealedPieces: readonly Uint8Array[], about = 'a') =>
  gather(openFrames(cipher, about, { bytes, start: 0, end: bytes }, sealedPieces));

describe('sealed frames', () => {
  it.each([1, 100, frameBytes - 1, frameBytes, frameBytes + 1, 3 * frameBytes, 200_001])(
    'open to the %i bytes that were sealed, and are as long as computed',
    async (length) => {
      const clear = randomBytes(length);
      const bytes = await sealed(clear);
      expect(bytes.length).toBe(sealedBytes(length));
      expect(await opened(length, [bytes])).toEqual(clear);
      if (length >= 8) expect(bytes.includes(clear.subarray(0, 32))).toBe(false);
    },
  );

  it('come and go in pieces of any size', async () => {
    const clear = randomBytes(200_000);
    const pieces = [clear.subarray(0, 1), clear.subarray(1, 70_000), clear.subarray(70_000)];
    const bytes = await gather(sealFrames(cipher, 'a', clear.length, pieces));
    const small = Array.from({ length: Math.ceil(bytes.length / 999) }, (_, at) =>
      bytes.subarray(at * 999, at * 999 + 999),
    );
    expect(await opened(clear.length, small)).toEqual(clear);
  });

  it.each([
    [0, 1],
    [frameBytes - 1, frameBytes + 1],
    [70_000, 70_001],
    [130_000, 200_000],
    [frameBytes, 2 * frameBytes],
  ])('give a part without the rest: %i to %i', async (start, end) => {
    const clear = randomBytes(200_000);
    const bytes = await sealed(clear);
    const { from, to } = sealedRange(clear.length, start, end);
    const part = { bytes: clear.length, start, end };
    const got = await gather(openFrames(cipher, 'a', part, [bytes.subarray(from, to)]));
    expect(got).toEqual(clear.subarray(start, end));
  });

  const length = 3 * frameBytes;
  const frame = (bytes: Buffer, at: number) =>
    bytes.subarray(at * sealedFrameBytes, (at + 1) * sealedFrameBytes);

  it.each<[string, number, (bytes: Buffer) => readonly Uint8Array[]]>([
    ['one bit changed', length, (bytes) => [bytes.fill((bytes[70_000] ?? 0) ^ 1, 70_000, 70_001)]],
    [
      'two frames exchanged',
      length,
      (bytes) => [frame(bytes, 1), frame(bytes, 0), frame(bytes, 2)],
    ],
    ['a frame repeated', length, (bytes) => [frame(bytes, 0), frame(bytes, 0), frame(bytes, 2)]],
    ['the end cut off at a frame', length, (bytes) => [frame(bytes, 0), frame(bytes, 1)]],
    [
      'the end cut off at a frame, and the length bent to fit',
      2 * frameBytes,
      (bytes) => [frame(bytes, 0), frame(bytes, 1)],
    ],
    ['the end cut off in a frame', length, (bytes) => [bytes.subarray(0, bytes.length - 5)]],
    ['something put behind', length, (bytes) => [bytes, randomBytes(40)]],
    ['nothing', length, () => []],
  ])('do not open with %s', async (_, bytes, harm) => {
    await expect(opened(bytes, harm(await sealed(randomBytes(length))))).rejects.toThrow(
      FrameBrokenError,
    );
  });

  it('do not open as something else, nor under another key', async () => {
    const bytes = await sealed(randomBytes(50), 'a');
    await expect(opened(50, [bytes], 'b')).rejects.toThrow(FrameBrokenError);
    const other = frameCipher(randomBytes(32));
    const part = { bytes: 50, start: 0, end: 50 };
    await expect(gather(openFrames(other, 'a', part, [bytes]))).rejects.toThrow(FrameBrokenError);
  });

  it.each([49, 51])('are not made of %i bytes when 50 were said', async (said) => {
    await expect(gather(sealFrames(cipher, 'a', said, [randomBytes(50)]))).rejects.toThrow(
      RangeError,
    );
  });
});
