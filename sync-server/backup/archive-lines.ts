/**
 * What a set holds, as lines of JSON: the trusted roots, then each database with every leaf revision of its
 * documents (conflicts and tombstones too, with their ancestry), then the names of the blobs. Logical, so that
 * either store can be filled from it.
 */
import { z } from 'zod';
import type { StoredDocument } from '../store/document-store.ts';
import type { PooledBlob } from './blob-pool.ts';
import { BrokenFrames } from './sealed-frames.ts';

const lineSchema = z.union([
  z.object({ doc: z.looseObject({ _id: z.string(), _rev: z.string() }) }),
  z.object({ database: z.string(), security: z.record(z.string(), z.unknown()) }),
  z.object({ root: z.string().regex(/^[\w.-]+\.pem$/), pem: z.string() }),
  z.object({ blob: z.string(), bytes: z.int(), sha256: z.string() }),
]);
export type ArchiveLine =
  | { readonly doc: StoredDocument }
  | { readonly database: string; readonly security: Readonly<Record<string, unknown>> }
  | { readonly root: string; readonly pem: string }
  | PooledBlob;

/** Lines are put together before they go on: a stream of many small pieces is slow. */
const pieceBytes = 256 * 1024;

export async function* encodeLines(lines: AsyncIterable<ArchiveLine>): AsyncGenerator<Uint8Array> {
  let held: string[] = [];
  let size = 0;
  for await (const line of lines) {
    const text = JSON.stringify(line);
    held.push(text);
    size += text.length;
    if (size < pieceBytes) continue;
    yield Buffer.from(`${held.join('\n')}\n`);
    held = [];
    size = 0;
  }
  if (held.length > 0) yield Buffer.from(`${held.join('\n')}\n`);
}

/** @throws BrokenFrames for a line that this program did not write */
export async function* decodeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveLine> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    const bytes = Buffer.from(chunk);
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield lineOf(Buffer.concat([...rest, bytes.subarray(from, end)]).toString());
      rest = [];
      from = end + 1;
    }
    if (from < bytes.length) rest.push(bytes.subarray(from));
  }
  if (rest.length > 0) throw new BrokenFrames('the last line is not whole');
}

function lineOf(text: string): ArchiveLine {
  const parsed = lineSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new BrokenFrames('a line has no known shape');
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenFrames('a line is not JSON', { cause: error });
  }
}
