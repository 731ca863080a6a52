import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenFrames, openFrames, sealFrames } from './sealed-frames.ts';

const key = randomBytes(32);

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function framesOf(bytes: Uint8Array, context = 'set documents'): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  for await (const frame of sealFrames(chunksOf(bytes, 70_000), key, context)) frames.push(frame);
  return frames;
}
const opened = (sealed: Uint8Array, withKey = key, context = 'set documents') =>
  all(openFrames(chunksOf(sealed, 4096), withKey, context));

describe('sealed frames', () => {
  it('give back what was sealed, whatever its length and however it is cut', async () => {
    for (const length of [0, 1, 1 << 20, (1 << 20) + 1, 3_500_000]) {
      const bytes = randomBytes(length);
      const sealed = Buffer.concat(await framesOf(bytes));
      expect((await opened(sealed)).equals(bytes)).toBe(true);
    }
  });

  it('do not open when a byte of them was changed', async () => {
    const sealed = Buffer.concat(await framesOf(randomBytes(3000)));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(sealed);
          changed[at] = (changed[at] ?? 0) ^ by;
          await expect(opened(changed)).rejects.toBeInstanceOf(BrokenFrames);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('do not open cut off, in another order, in another stream, under another key', async () => {
    const frames = await framesOf(randomBytes(3_000_000));
    const [first = Buffer.alloc(0), second = Buffer.alloc(0), third = Buffer.alloc(0)] = frames;
    expect(frames).toHaveLength(3);
    const whole = Buffer.concat(frames);
    const broken = [
      opened(Buffer.concat([first, second])),
      opened(Buffer.concat([second, first, third])),
      opened(Buffer.concat([first, third])),
      opened(Buffer.concat([whole, first])),
      opened(whole.subarray(0, -1)),
      opened(whole, randomBytes(32)),
      opened(whole, key, 'another set'),
    ];
    for (const each of broken) await expect(each).rejects.toBeInstanceOf(BrokenFrames);
  });
});
