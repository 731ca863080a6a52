/** Scans between the page and the main process, which keeps them sealed on the disk and sends them. */
import { z } from 'zod';
import { evidenceSchema } from '../change/change.ts';
import { scanTypeNames } from '../scan/media-type.ts';
import { scanRefSchema } from '../scan/scan.ts';

/** A little more than a scan may have, so that a file that is too large is refused in words. */
const mostCrossing = 40 * 1024 * 1024;
const scanBytes = z
  .instanceof(Uint8Array<ArrayBuffer>)
  .refine((bytes) => bytes.byteLength <= mostCrossing, 'too long');

/**
 * Where a scan is, as this PC knows. `sent`: bytes that the centre has counted. `added`: to a form that was not
 * submitted. `places`: where it has still to go.
 */
export const scanStandingSchema = z.object({
  sha256: evidenceSchema.shape.sha256,
  name: z.string(),
  mediaType: z.enum(scanTypeNames),
  bytes: z.int(),
  addedAtUtc: z.string(),
  places: z.array(scanRefSchema.pick({ unit: true, dossier: true })),
  sent: z.int(),
  state: z.enum(['added', 'waiting', 'sending', 'atCentre', 'refused']),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ScanStanding = Readonly<z.infer<typeof scanStandingSchema>>;

const scanToSend = scanRefSchema.extend({
  mediaType: z.enum(scanTypeNames),
  bytes: z.int().min(1),
});

export const scanChannels = {
  /** Checked, sealed and durable when answered. The same content again is the same scan. */
  'scans.add': {
    request: z.strictObject({ name: z.string().min(1).max(200), bytes: scanBytes }),
    answer: evidenceSchema,
  },
  /** From now on these belong to a dossier and are sent until the centre has them; durable when answered. */
  'scans.send': {
    request: z.strictObject({ scans: z.array(scanToSend).max(400) }),
    answer: z.null(),
  },
  /** The centre has lost these, or may have (null: all that this PC ever sent): they are offered again. */
  'scans.reopen': {
    request: z.strictObject({ scans: z.array(scanRefSchema).max(400).nullable() }),
    answer: z.null(),
  },
  /** What was added here and not yet submitted, what this PC still has to send, and what it sent lately. */
  'scans.standing': {
    request: z.undefined(),
    answer: z.object({ scans: z.array(scanStandingSchema) }),
  },
  /** The bytes: from this disk, else from the centre, then kept here. */
  'scans.read': {
    request: z.strictObject({ scan: scanRefSchema }),
    answer: z.object({ bytes: z.instanceof(Uint8Array<ArrayBuffer>) }),
  },
  /** Takes away what no change refers to. */
  'scans.remove': {
    request: z.strictObject({ sha256: evidenceSchema.shape.sha256 }),
    answer: z.null(),
  },
} as const;
