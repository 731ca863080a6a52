/**
 * One scan as a sealed file: salt (16 bytes), then frames. Written to another name, synced, renamed, folder synced:
 * it is there whole or not at all. Read in parts; what was changed or cut does not open.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { openFrames, sealedRange, sealFrames } from '../../shared/scan/frames.ts';
import { syncFolder } from '../disk/durable-write.ts';
import { fileKey, scanCipher } from './scan-cipher.ts';

const saltBytes = 16;
const aboutOf = (sha256: string): string => `hoso-scan-file-1\n${sha256}`;

export interface ScanFile {
  readonly file: string;
  /** Purpose key of the vault. */
  readonly key: Uint8Array;
  readonly sha256: string;
}

export async function writeScanFile(
  { file, key, sha256 }: ScanFile,
  clear: Uint8Array,
): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  const salt = randomBytes(saltBytes);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(salt);
      const cipher = scanCipher(fileKey(key, salt));
      for await (const frame of sealFrames(cipher, aboutOf(sha256), clear.length, [clear]))
        await handle.writeFile(frame);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** The clear bytes from `start` to before `end`. @throws FrameBrokenError; ENOENT */
export async function readScanFile(
  { file, key, sha256 }: ScanFile,
  bytes: number,
  part: { readonly start: number; readonly end: number } = { start: 0, end: bytes },
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file, 'r');
  try {
    const salt = Buffer.alloc(saltBytes);
    await handle.read(salt, 0, saltBytes, 0);
    const { from, to } = sealedRange(bytes, part.start, part.end);
    const sealed = handle.createReadStream({
      start: saltBytes + from,
      end: saltBytes + to - 1,
      autoClose: false,
    });
    const clear = new Uint8Array(part.end - part.start);
    let at = 0;
    const cipher = scanCipher(fileKey(key, salt));
    const wanted = { bytes, ...part };
    const source = sealed as AsyncIterable<Buffer>;
    for await (const piece of openFrames(cipher, aboutOf(sha256), wanted, source)) {
      clear.set(piece, at);
      at += piece.length;
    }
    return clear;
  } finally {
    await handle.close();
  }
}

/** Of the file as it lies there; null when there is none. */
export async function scanFileFacts(
  file: string,
): Promise<{ readonly bytes: number; readonly usedAtMs: number } | null> {
  try {
    const { size, mtimeMs } = await stat(file);
    return { bytes: size, usedAtMs: mtimeMs };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
