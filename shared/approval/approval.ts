/**
 * An approval: the head's signature over exactly what changed.
 * The signed bytes are the canonical form (RFC 8785) of the manifest, in UTF-8.
 */
import { z } from 'zod';
import { canonicalForm } from '../canonical/canonical.ts';
import { changeDigest } from '../change/digest.ts';
import {
  changeIdSchema,
  instantSchema,
  personStampSchema,
  type Change,
  type PersonStamp,
} from '../change/change.ts';
import { unitCodeSchema } from '../unit/unit.ts';

/** Calendar month, `yyyy-mm`. */
export const periodSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const approvalIdSchema = z.string().regex(/^approval:\d{4}-\d{2}:[0-9A-HJKMNP-TV-Z]{26}$/);
const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.strictObject({
  form: z.literal('hoso-approval-1'),
  id: approvalIdSchema,
  unit: unitCodeSchema,
  period: periodSchema,
  signer: personStampSchema,
  /** Sorted by id; each with the SHA-256 of the change's canonical form. */
  changes: z.array(z.strictObject({ id: changeIdSchema, sha256: digestSchema })).min(1),
  createdAtUtc: instantSchema,
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** What the server found out about an approval. */
export const approvalOutcomeSchema = z.object({
  state: z.enum(['accepted', 'applied']),
  receivedAtUtc: instantSchema,
  /** From the signed attribute: when the signer's clock said. */
  signedAtUtc: instantSchema,
  /** Inside, before or after the unit's window for that month. */
  timing: z.enum(['inWindow', 'early', 'late']),
  certificate: z.object({
    sha256: digestSchema,
    subject: z.string(),
    commonName: z.string(),
    issuer: z.string(),
    serialNumber: z.string(),
    notBeforeUtc: z.string(),
    notAfterUtc: z.string(),
  }),
  results: z.array(
    z.object({
      change: z.string(),
      outcome: z.enum(['applied', 'already', 'conflicted', 'invalid']),
      dossierVersion: z.int().optional(),
      reason: z.string().optional(),
    }),
  ),
});
export type ApprovalOutcome = Readonly<z.infer<typeof approvalOutcomeSchema>>;

export const approvalSchema = z.strictObject({
  _id: approvalIdSchema,
  type: z.literal('approval'),
  schema: z.literal(1),
  unit: unitCodeSchema,
  period: periodSchema,
  manifest: manifestSchema,
  /** Detached CAdES-B (CMS, DER) over the manifest's canonical form, base64. */
  signature: z.base64().min(1),
  outcome: approvalOutcomeSchema.optional(),
});
export type Approval = Readonly<z.infer<typeof approvalSchema>>;

/** The manifest of a set of changes. */
export function makeManifest(input: {
  readonly id: string;
  readonly unit: string;
  readonly period: string;
  readonly signer: PersonStamp;
  readonly changes: readonly Change[];
  readonly createdAtUtc: string;
}): Manifest {
  const changes = input.changes
    .map((change) => ({ id: change._id, sha256: changeDigest(change) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    form: 'hoso-approval-1',
    id: input.id,
    unit: input.unit,
    period: input.period,
    signer: input.signer,
    changes,
    createdAtUtc: input.createdAtUtc,
  };
}

/** The text whose UTF-8 bytes are signed. */
export const manifestText = (manifest: Manifest): string => canonicalForm(manifest);

/** Ids in the manifest whose change is missing or has another digest. */
export function manifestMismatches(
  manifest: Manifest,
  changes: ReadonlyMap<string, Change>,
): readonly string[] {
  return manifest.changes
    .filter(({ id, sha256 }) => {
      const change = changes.get(id);
      return !change || changeDigest(change) !== sha256;
    })
    .map(({ id }) => id);
}
