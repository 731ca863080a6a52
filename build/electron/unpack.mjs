// Streaming readers for the two archive layers of the test runtime: a .tgz that holds one .zip.
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

const block = 512;

/**
 * Writes the first file of a gzipped tar whose name matches to `target`; memory stays at one chunk.
 * @param {string} tgz
 * @param {RegExp} wanted
 * @param {string} target
 */
export async function extractFirst(tgz, wanted, target) {
  const gunzip = createGunzip();
  const reading = pipeline(createReadStream(tgz), gunzip).catch((/** @type {unknown} */ error) => {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  const bytes = new ByteReader(gunzip);
  try {
    for (;;) {
      const { name, size } = readHeader(await bytes.take(block));
      if (name === '') throw new Error(`${path.basename(tgz)} holds no ${wanted}`);
      if (wanted.test(name)) {
        await pipeline(bytes.pieces(size), createWriteStream(target, { flags: 'wx' }));
        return;
      }
      await bytes.skip(Math.ceil(size / block) * block);
    }
  } finally {
    gunzip.destroy();
    await reading;
  }
}

/** Takes exact numbers of bytes from a stream. */
class ByteReader {
  #chunks;
  /** @type {Buffer} */
  #rest = Buffer.alloc(0);

  /** @param {AsyncIterable<Buffer>} stream */
  constructor(stream) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** @param {number} count */
  async *pieces(count) {
    let left = count;
    while (left > 0) {
      if (this.#rest.length === 0) {
        const { done, value } = await this.#chunks.next();
        if (done) throw new Error('the archive ends too early');
        this.#rest = value;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** @param {number} count */
  async take(count) {
    const parts = [];
    for await (const piece of this.pieces(count)) parts.push(piece);
    return Buffer.concat(parts);
  }

  /** @param {number} count */
  async skip(count) {
    const pieces = this.pieces(count);
    while (!(await pieces.next()).done);
  }
}

/** @param {Buffer} buffer */
function readHeader(buffer) {
  return {
    name: buffer.toString('utf8', 0, 100).replace(/\0.*$/s, ''),
    size: Number.parseInt(buffer.toString('ascii', 124, 136), 8) || 0,
  };
}

/**
 * Unzips what `place` gives a path for; refuses a path that leads out of `folder`.
 * @param {string} zipFile
 * @param {string} folder
 * @param {(name: string) => string | undefined} place
 */
export async function unzip(zipFile, folder, place) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(zipFile, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const relative = place(entry.fileName);
    if (relative === undefined) continue;
    const target = path.resolve(folder, relative);
    if (!target.startsWith(folder + path.sep)) {
      throw new Error(`${entry.fileName} would be written outside the folder`);
    }
    await fs.mkdir(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    const stream = await zip.openReadStreamPromise(entry);
    await pipeline(stream, createWriteStream(target, { mode: mode || 0o644 }));
  }
}
