/**
 * What this PC knows of its scans: one sealed file, written durably before anything is said to be so. Small: a few
 * hundred bytes for each scan that this PC added or still has to send.
 */
import path from 'node:path';
import { z } from 'zod';
import { problemSchema } from '../../shared/contract/problem.ts';
import { evidenceSchema } from '../../shared/change/change.ts';
import { scanTypeNames } from '../../shared/scan/media-type.ts';
import { scanRefSchema } from '../../shared/scan/scan.ts';
import { durableWrite } from '../disk/durable-write.ts';
import { parseJson } from '../disk/parse-json.ts';
import { queue } from '../disk/queue.ts';
import { readIfThere } from '../disk/read-if-there.ts';
import { seal, unseal } from '../vault/key-wrap.ts';

const errandSchema = scanRefSchema.pick({ unit: true, dossier: true }).extend({
  /** Where the upload stands at the centre; null before it began. */
  uploadPath: z.string().nullable(),
  sent: z.int().min(0),
  /** The centre has it. */
  receivedAtUtc: z.string().nullable(),
  /** The centre does not take it as it is. */
  refused: problemSchema.nullable(),
});
export type ScanErrand = Readonly<z.infer<typeof errandSchema>>;

const noteSchema = z.object({
  sha256: evidenceSchema.shape.sha256,
  /** As the person's file was called; empty for what was fetched. */
  name: z.string().default(''),
  mediaType: z.enum(scanTypeNames),
  bytes: z.int().min(1),
  /** Added here by a person, or fetched from the centre to be looked at. */
  origin: z.enum(['added', 'fetched']),
  atUtc: z.string(),
  errands: z.array(errandSchema),
});
export type ScanNote = Readonly<z.infer<typeof noteSchema>>;

const about = 'hoso-scan-notes-1';

export interface ScanNotes {
  all(): readonly ScanNote[];
  find(sha256: string): ScanNote | undefined;
  /** `change` gets the note as it stands, and returns what is to stand; null takes it away. Durable when resolved. */
  update(sha256: string, change: (note: ScanNote | undefined) => ScanNote | null): Promise<void>;
}

/** @throws when the file is there and does not open: work that waits in it must not be forgotten silently */
export async function openScanNotes(
  folder: string,
  key: Buffer,
  assertOpen: () => void,
): Promise<ScanNotes> {
  const file = path.join(folder, 'notes');
  const stored = await readIfThere(file);
  const notes = new Map(stored ? parse(stored, key).map((note) => [note.sha256, note]) : []);
  const inTurn = queue();
  return {
    all: () => [...notes.values()],
    find: (sha256) => notes.get(sha256),
    update: (sha256, change) =>
      inTurn(async () => {
        // A wiped key seals, too: what it sealed would be open to all and lost to us.
        assertOpen();
        const next = change(notes.get(sha256));
        const after = new Map(notes);
        if (next) after.set(sha256, next);
        else after.delete(sha256);
        const text = JSON.stringify([...after.values()]);
        await durableWrite(file, seal(key, Buffer.from(text, 'utf8'), about).toString('base64'));
        if (next) notes.set(sha256, next);
        else notes.delete(sha256);
      }),
  };
}

function parse(stored: Buffer, key: Buffer): readonly ScanNote[] {
  const clear = unseal(key, Buffer.from(stored.toString('utf8'), 'base64'), about);
  if (!clear) throw new Error('the notes of the scans do not open');
  return z.array(noteSchema).parse(parseJson(clear.toString('utf8')));
}
