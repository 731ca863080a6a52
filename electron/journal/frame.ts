/**
 * One entry of a journal file: magic, length, check sum, payload (JSON). The magic begins with a byte that
 * no UTF-8 text holds, so it is never found inside a payload; after damage reading goes on at the next whole
 * frame. What a body says is sealed before it comes here; in clear stand kind, number, ids and order.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';

const magic = Buffer.from([0xff, 0x48, 0x4a, 0xfe]);
const sumBytes = 16;
const headBytes = magic.length + 4 + sumBytes;
/** Longer than anything that is let in: a length beyond it is damage. */
const maxPayloadBytes = 64_000_000;

const number = z.number().int().nonnegative();
const frameSchema = z.discriminatedUnion('kind', [
  /** First in a file that holds all that lives: files before it need not be read. */
  z.object({ kind: z.literal('begins'), number }),
  z.object({ kind: z.literal('append'), number, id: z.string(), seq: number, body: z.string() }),
  z.object({ kind: z.literal('settled'), number, ids: z.array(z.string()) }),
]);
export type Frame = z.infer<typeof frameSchema>;
export type AppendFrame = Extract<Frame, { kind: 'append' }>;

const sumOf = (payload: Buffer): Buffer =>
  createHash('sha256').update(payload).digest().subarray(0, sumBytes);

export function encodeFrame(frame: Frame): Buffer {
  const payload = Buffer.from(JSON.stringify(frame), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(payload.length);
  return Buffer.concat([magic, length, sumOf(payload), payload]);
}

export interface FrameRead {
  readonly frame: Frame;
  readonly bytes: number;
}

/** A run of bytes that belongs to no whole frame. */
export interface Damage {
  readonly from: number;
  readonly to: number;
}

export interface FileRead {
  readonly frames: readonly FrameRead[];
  readonly damage: readonly Damage[];
  /** Where the last whole frame ends. */
  readonly wholeBytes: number;
}

/** The frame that begins at `at`; null when no whole one does. */
function frameAt(bytes: Buffer, at: number): FrameRead | null {
  if (at + headBytes > bytes.length || bytes.indexOf(magic, at) !== at) return null;
  const length = bytes.readUInt32LE(at + magic.length);
  const start = at + headBytes;
  if (length > maxPayloadBytes || start + length > bytes.length) return null;
  const payload = bytes.subarray(start, start + length);
  if (!sumOf(payload).equals(bytes.subarray(start - sumBytes, start))) return null;
  const parsed = frameSchema.safeParse(JSON.parse(payload.toString('utf8')));
  return parsed.success ? { frame: parsed.data, bytes: headBytes + length } : null;
}

export function readFrames(bytes: Buffer): FileRead {
  const frames: FrameRead[] = [];
  const damage: Damage[] = [];
  let at = 0;
  let wholeBytes = 0;
  while (at < bytes.length) {
    const read = frameAt(bytes, at);
    if (read) {
      if (at > wholeBytes) damage.push({ from: wholeBytes, to: at });
      frames.push(read);
      at += read.bytes;
      wholeBytes = at;
    } else {
      const next = bytes.indexOf(magic, at + 1);
      at = next < 0 ? bytes.length : next;
    }
  }
  if (wholeBytes < bytes.length) damage.push({ from: wholeBytes, to: bytes.length });
  return { frames, damage, wholeBytes };
}
