/**
 * A stream of bytes sealed in frames (AES-256-GCM). Each frame is bound to its stream, its place in it and to
 * whether it is the last: frames cannot be swapped, repeated, left out or cut off without being found out.
 *
 * On the disk a frame is: 4 bytes (length of the sealed text, the highest bit set on the last), the sealed text,
 * 16 bytes of tag. A key seals one stream only, so the frame's number may serve as its nonce.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** The frames of a stream do not open: changed, cut, or sealed under another key. */
export class BrokenFrames extends Error {
  override readonly name = 'BrokenFrames';
}

const frameBytes = 1 << 20;
const lastMark = 0x8000_0000;
const tagBytes = 16;
const headBytes = 4;

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

const boundTo = (context: string, index: number, last: boolean): Buffer =>
  Buffer.from(`${context}\0${index}\0${last ? 'last' : 'more'}`);

export async function* sealFrames(
  source: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  context: string,
): AsyncGenerator<Buffer> {
  let index = 0;
  const seal = (text: Uint8Array, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index));
    cipher.setAAD(boundTo(context, index, last));
    const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
    const head = Buffer.alloc(headBytes);
    head.writeUInt32BE((sealed.length | (last ? lastMark : 0)) >>> 0);
    index += 1;
    return Buffer.concat([head, sealed, cipher.getAuthTag()]);
  };
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    held.push(chunk);
    size += chunk.length;
    if (size <= frameBytes) continue;
    const all = Buffer.concat(held);
    let at = 0;
    // The rest stays behind, so that there is always something for the last frame.
    for (; all.length - at > frameBytes; at += frameBytes)
      yield seal(all.subarray(at, at + frameBytes), false);
    held = [all.subarray(at)];
    size = all.length - at;
  }
  yield seal(Buffer.concat(held), true);
}

/** @throws BrokenFrames */
export async function* openFrames(
  source: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  context: string,
): AsyncGenerator<Buffer> {
  const bytes = createReader(source);
  for (let index = 0; ; index += 1) {
    const head = (await bytes.read(headBytes)).readUInt32BE();
    const last = (head & lastMark) !== 0;
    const length = head & ~lastMark;
    if (length > frameBytes) throw new BrokenFrames('a frame is too long');
    const sealed = await bytes.read(length);
    const tag = await bytes.read(tagBytes);
    yield openOne(sealed, tag, key, nonceOf(index), boundTo(context, index, last));
    if (!last) continue;
    if (await bytes.more()) throw new BrokenFrames('there is more after the last frame');
    return;
  }
}

function openOne(sealed: Buffer, tag: Buffer, key: Uint8Array, nonce: Buffer, aad: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(aad);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch (error) {
    throw new BrokenFrames('a frame does not open', { cause: error });
  }
}

/** Reads exact lengths out of a stream of chunks of any size. */
function createReader(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let ended = false;
  const fill = async (wanted: number): Promise<void> => {
    const gathered = [held];
    let size = held.length;
    while (size < wanted && !ended) {
      const next = await chunks.next();
      if (next.done) ended = true;
      else {
        gathered.push(Buffer.from(next.value));
        size += next.value.length;
      }
    }
    held = gathered.length > 1 ? Buffer.concat(gathered) : held;
  };
  return {
    async read(length: number): Promise<Buffer> {
      await fill(length);
      if (held.length < length) throw new BrokenFrames('the stream ends too early');
      const found = held.subarray(0, length);
      held = held.subarray(length);
      return found;
    },
    async more(): Promise<boolean> {
      await fill(1);
      return held.length > 0;
    },
  };
}
