/**
 * Synchronising an office PC: one pull for all units, one push with an answer per row, one live signal.
 * A sequence is opaque; cursors are kept per stream and unit and handed back as they came.
 */
import { z } from 'zod';
import { approvalSchema } from '../approval/approval.ts';
import { catalogueDocumentSchema } from '../catalogue/edit.ts';
import { changeSchema } from '../change/change.ts';
import { dossierSchema } from '../dossier/dossier.ts';
import { unitSchema } from '../unit/unit.ts';
import { problemSchema } from './problem.ts';

/** A stream is one kind of document; each fills one collection on the PC. */
export const streams = ['unit', 'catalogue', 'dossier', 'change', 'approval'] as const;
export type StreamName = (typeof streams)[number];

export const documentSchemas = {
  unit: unitSchema,
  catalogue: catalogueDocumentSchema,
  dossier: dossierSchema,
  change: changeSchema,
  approval: approvalSchema,
} as const satisfies Record<StreamName, z.ZodType>;

const sequenceSchema = z.union([z.number(), z.string()]);
/** Per database of the stream: where the last pull ended. */
export const cursorsSchema = z.record(z.string(), sequenceSchema);
export type Cursors = Readonly<z.infer<typeof cursorsSchema>>;

export const pullRequestSchema = z.strictObject({
  streams: z.partialRecord(
    z.enum(streams),
    z.strictObject({ cursors: cursorsSchema, limit: z.int().min(1).max(1000) }),
  ),
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** A document as it stands at the centre, with its revision. */
export const pulledDocumentSchema = z.object({
  rev: z.string(),
  deleted: z.boolean().optional(),
  id: z.string(),
  /** Absent for a deletion. */
  doc: z.record(z.string(), z.unknown()).optional(),
});
export type PulledDocument = z.infer<typeof pulledDocumentSchema>;

/** `GET /api/sync/backup` answers `{ backup }` to browsers. */
export const backupMarkSchema = z.object({ snapshotAtUtc: z.string() });
export type BackupMark = Readonly<z.infer<typeof backupMarkSchema>>;
export const backupResponseSchema = z.object({ backup: backupMarkSchema.nullable() });

export const pullResponseSchema = z.object({
  epoch: z.string(),
  serverTimeUtc: z.string(),
  /** The last whole backup of the centre; null before the first. */
  backup: backupMarkSchema.nullable().default(null),
  streams: z.partialRecord(
    z.enum(streams),
    z.object({
      documents: z.array(pulledDocumentSchema),
      cursors: cursorsSchema,
      more: z.boolean(),
      /**
       * How many documents at most follow this page, so that a long pull can show how far it has come. Exact
       * for units and dossiers; a desk holds changes and approvals, and counts both for either.
       */
      pending: z.int().min(0).default(0),
    }),
  ),
});
export type PullResponse = z.infer<typeof pullResponseSchema>;

/** `assumedRev`: the revision at the centre that the client built on; null for a new document. */
export const pushRowSchema = z.strictObject({
  assumedRev: z.string().nullable(),
  doc: z.record(z.string(), z.unknown()),
});
export const pushRequestSchema = z.strictObject({ rows: z.array(pushRowSchema).min(1).max(500) });
export type PushRequest = z.infer<typeof pushRequestSchema>;

/** One answer per row, in the order of the rows. */
export const pushResultSchema = z.discriminatedUnion('outcome', [
  /** Admitted and durable. A repeated push of the same document answers `stored` again. */
  z.object({ outcome: z.literal('stored'), id: z.string(), rev: z.string() }),
  /** Someone was faster: here is what stands at the centre. */
  z.object({ outcome: z.literal('conflict'), id: z.string(), master: pulledDocumentSchema }),
  /** Not admitted; the rest of the batch went through. `master` when the centre holds an earlier state. */
  z.object({
    outcome: z.literal('refused'),
    id: z.string(),
    problem: problemSchema,
    master: pulledDocumentSchema.optional(),
  }),
]);
export type PushResult = z.infer<typeof pushResultSchema>;
export const pushResponseSchema = z.object({
  epoch: z.string(),
  results: z.array(pushResultSchema),
});

/** `GET /api/sync/live`: server-sent events `changed` with this data, and comments as heartbeat every 15 s. */
export const liveEventSchema = z.object({ databases: z.array(z.string()) });
