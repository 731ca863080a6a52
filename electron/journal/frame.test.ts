import { describe, expect, it } from 'vitest';
import { encodeFrame, readFrames, type Frame } from './frame.ts';

const entry = (number: number, body = `thân ${number} – Võ Minh Hiếu`): Frame => ({
  kind: 'append',
  number,
  id: `work:${number}`,
  seq: number,
  body,
});
const frames: readonly Frame[] = [
  { kind: 'begins', number: 1 },
  entry(2),
  { kind: 'settled', number: 3, ids: ['work:2'] },
  entry(4, 'ê'.repeat(5_000)),
];
const encoded = frames.map(encodeFrame);
const whole = Buffer.concat(encoded);
const read = (bytes: Buffer) => readFrames(bytes).frames.map(({ frame }) => frame);

describe('a journal file', () => {
  it('is read as it was written', () => {
    expect(readFrames(whole)).toMatchObject({ damage: [], wholeBytes: whole.length });
    expect(read(whole)).toEqual(frames);
  });

  it('cut at any byte gives the frames that are whole, and no other', () => {
    const ends = encoded.map((_, at) =>
      encoded.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0),
    );
    for (let cut = 0; cut < whole.length; cut += cut < 700 ? 1 : 97) {
      const { frames: got, wholeBytes } = readFrames(whole.subarray(0, cut));
      expect(got.length).toBe(ends.filter((end) => end <= cut).length);
      expect(wholeBytes).toBe(Math.max(0, ...ends.filter((end) => end <= cut)));
    }
  });

  it.each([
    ['zeros', Buffer.alloc(4_096)],
    ['garbage', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7_919) % 256))],
    ['half a frame', encodeFrame(entry(9)).subarray(0, 60)],
    ['magic and a huge length', Buffer.from('ff484afeffffffff00', 'hex')],
  ])('with %s at its end loses none of what stands before', (_, tail) => {
    const got = readFrames(Buffer.concat([whole, tail]));
    expect(got.frames.map(({ frame }) => frame)).toEqual(frames);
    expect(got.wholeBytes).toBe(whole.length);
    expect(got.damage).toEqual([{ from: whole.length, to: whole.length + tail.length }]);
  });

  it('with one flipped byte anywhere loses the frame that it is in, and no other', () => {
    let start = 0;
    for (const [at, { length }] of encoded.entries()) {
      for (const offset of [0, 5, 12, 30, length - 1]) {
        const hurt = Buffer.from(whole);
        hurt.writeUInt8((hurt[start + offset] ?? 0) ^ 0x20, start + offset);
        expect(read(hurt)).toEqual(frames.filter((_, other) => other !== at));
      }
      start += length;
    }
  });

  it('does not take a whole frame of an unknown kind', () => {
    const strange = encodeFrame({ kind: 'append', number: -1, id: 'x', seq: 1, body: '' });
    expect(read(Buffer.concat([strange, whole]))).toEqual(frames);
  });
});
