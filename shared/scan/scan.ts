/** A scan: the copy of a paper that shows that a change is true. Named by the SHA-256 of its bytes. */
import { z } from 'zod';
import { evidenceSchema } from '../change/change.ts';
import { dossierIdSchema } from '../dossier/dossier.ts';
import { unitCodeSchema } from '../unit/unit.ts';
import { scanTypeNames } from './media-type.ts';

export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;

/** Where a scan belongs: it may be seen by whoever may see the changes of that dossier, in that unit. */
export const scanRefSchema = z.strictObject({
  unit: unitCodeSchema,
  dossier: dossierIdSchema,
  sha256: evidenceSchema.shape.sha256,
});
export type ScanRef = Readonly<z.infer<typeof scanRefSchema>>;

/** What is said of a scan when its upload begins. */
export const scanAnnouncementSchema = scanRefSchema.extend({
  mediaType: z.enum(scanTypeNames),
  bytes: z.int().min(1),
});
export type ScanAnnouncement = Readonly<z.infer<typeof scanAnnouncementSchema>>;

/** In the unit's desk, written when the centre has the bytes: the receipt, and the right to read them. */
export const scanDocumentSchema = scanAnnouncementSchema.extend({
  _id: z.string(),
  type: z.literal('scan'),
  by: z.string(),
  receivedAtUtc: z.iso.datetime(),
});
export type ScanDocument = Readonly<z.infer<typeof scanDocumentSchema>>;

export const scanIdPrefix = 'scan:';

/** `dossier:<ulid>` and a hash, so that one look-up says whether this dossier has this scan. */
export const scanId = ({ dossier, sha256 }: Pick<ScanRef, 'dossier' | 'sha256'>): string =>
  `${scanIdPrefix}${dossier.replace('dossier:', '')}:${sha256}`;

/** A key for maps. */
export const scanKey = ({ unit, dossier, sha256 }: ScanRef): string =>
  `${unit} ${dossier} ${sha256}`;
