/** Lines to sealed files and back: compressed, then sealed under a key of this set, then cut into parts. */
import { hkdfSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { decodeLines, encodeLines, type ArchiveLine } from './archive-lines.ts';
import { damaged } from './damage.ts';
import { readParts, writeParts, type Part } from './part-files.ts';
import { openFrames, sealFrames } from './sealed-frames.ts';

export type StreamName = 'documents' | 'blobs';
/** Fast and small enough: dossiers are text that repeats itself. */
const level = 3;

export interface SealedStream {
  readonly folder: string;
  readonly set: string;
  readonly dataKey: Uint8Array;
}

const streamKey = (dataKey: Uint8Array, name: StreamName): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, 'hoso-backup', name, 32));

export async function writeArchive(
  { folder, set, dataKey }: SealedStream,
  name: StreamName,
  lines: AsyncIterable<ArchiveLine>,
): Promise<readonly Part[]> {
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: level } });
  const source = Readable.from(encodeLines(lines));
  // A source that fails must fail the reader too; `pipe` alone would leave it waiting.
  source.on('error', (error) => zstd.destroy(error));
  const compressed: AsyncIterable<Buffer> = source.pipe(zstd);
  return writeParts(
    folder,
    name,
    sealFrames(compressed, streamKey(dataKey, name), `${set} ${name}`),
  );
}

/** @throws ProblemError BACKUP_DAMAGED */
export async function* readArchive(
  { folder, set, dataKey }: SealedStream,
  name: StreamName,
  parts: readonly Part[],
): AsyncGenerator<ArchiveLine> {
  const bytes = readParts(folder, set, parts);
  const source = Readable.from(openFrames(bytes, streamKey(dataKey, name), `${set} ${name}`));
  const zstd = createZstdDecompress();
  source.on('error', (error) => zstd.destroy(error));
  const opened: AsyncIterable<Buffer> = source.pipe(zstd);
  try {
    yield* decodeLines(opened);
  } catch (error) {
    throw damaged(set, name, error);
  } finally {
    source.destroy();
    zstd.destroy();
  }
}
