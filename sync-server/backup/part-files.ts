/** A long stream of bytes as files of a bounded size, each with its SHA-256 (small enough for any medium). */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { damaged } from './damage.ts';

export interface Part {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Below 4 GiB, so that a FAT-formatted medium takes it, and small enough to be copied again after a cut. */
const partBytes = 256 << 20;

/** Writes the chunks; every part is on the disk when it resolves. */
export async function writeParts(
  folder: string,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  most = partBytes,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  let current: OpenPart | null = null;
  try {
    for await (const chunk of chunks) {
      if (current && current.bytes + chunk.length > most) {
        parts.push(await current.finish());
        current = null;
      }
      current ??= await openPart(folder, `${name}-${String(parts.length + 1).padStart(4, '0')}`);
      await current.write(chunk);
    }
    if (current) parts.push(await current.finish());
    current = null;
    return parts;
  } finally {
    await current?.giveUp();
  }
}

type OpenPart = Awaited<ReturnType<typeof openPart>>;

async function openPart(folder: string, file: string) {
  const handle: FileHandle = await open(join(folder, file), 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    async write(chunk: Uint8Array): Promise<void> {
      await handle.appendFile(chunk);
      hash.update(chunk);
      bytes += chunk.length;
    },
    async finish(): Promise<Part> {
      await handle.sync();
      await handle.close();
      return { file, bytes, sha256: hash.digest('hex') };
    },
    giveUp: () => handle.close(),
  };
}

/** The bytes of the parts, in order, each checked against its length and hash. @throws ProblemError BACKUP_DAMAGED */
export async function* readParts(
  folder: string,
  set: string,
  parts: readonly Part[],
): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      // A file's stream without encoding gives buffers.
      const chunks: AsyncIterable<Buffer> = createReadStream(join(folder, part.file), {
        highWaterMark: 1 << 20,
      });
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw damaged(set, part.file, error);
    }
    if (bytes !== part.bytes || hash.digest('hex') !== part.sha256) throw damaged(set, part.file);
  }
}
