/**
 * What @tus/server asks of a store, answered from one account's uploads. Bytes become durable, sealed pieces as they
 * come; when a line breaks off in the middle of a request, what has arrived until then counts.
 */
import { DataStore, Upload } from '@tus/server';
import type { Readable } from 'node:stream';
import { ProblemError } from '../../../shared/errors/index.ts';
import { scanAnnouncementSchema } from '../../../shared/scan/scan.ts';
import { endsWithFull } from '../../scans/full.ts';
import { offsetOf, type StandingUpload, type Uploads } from '../../scans/uploads.ts';
import { parsed } from '../errors.ts';

/** So much is held in memory of an upload, and lost at most when this server ends. */
const pieceBytes = 1024 * 1024;

export class UploadStore extends DataStore {
  readonly #uploads: Uploads;
  readonly #account: string;

  constructor(uploads: Uploads, account: string) {
    super();
    this.#uploads = uploads;
    this.#account = account;
    this.extensions = ['creation', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    const announced = parsed(scanAnnouncementSchema, { ...upload.metadata, bytes: upload.size });
    await this.#uploads.begin(this.#account, upload.id, announced);
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { upload } = await this.#standing(id);
    return new Upload({ id, size: upload.bytes, offset: offsetOf(upload) });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let standing = await this.#standing(id);
    if (offsetOf(standing.upload) !== offset) throw new ProblemError('SCAN_OFFSET');
    let gathered: Uint8Array[] = [];
    let held = 0;
    const keep = async () => {
      if (held === 0) return;
      const piece = Buffer.concat(gathered, held);
      gathered = [];
      held = 0;
      const kept = await endsWithFull(this.#uploads.append(standing, piece));
      if (!kept.ok) throw new ProblemError('SCAN_OFFSET');
      standing = kept.value;
    };
    try {
      for await (const bytes of stream as AsyncIterable<Uint8Array>) {
        gathered.push(bytes);
        held += bytes.length;
        if (held >= pieceBytes) await keep();
      }
    } finally {
      await keep();
    }
    return offsetOf(standing.upload);
  }

  override async remove(id: string): Promise<void> {
    await this.#uploads.drop(await this.#standing(id));
  }

  async #standing(id: string): Promise<StandingUpload> {
    const standing = await this.#uploads.find(this.#account, id);
    if (!standing) throw new ProblemError('NOT_FOUND');
    return standing;
  }
}
