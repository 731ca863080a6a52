/**
 * The gateway's JSON interface for browsers and tools (the desktop uses sync.ts).
 * All routes but sign-in need `Authorization: Bearer`; errors are `{ error: Problem }`.
 */
import { z } from 'zod';
import { approvalSchema } from '../approval/approval.ts';
import {
  changeSchema,
  changeStates,
  personStampSchema,
  type ChangeState,
} from '../change/change.ts';
import { dossierSchema } from '../dossier/dossier.ts';
import { unitCodeSchema, unitSchema } from '../unit/unit.ts';

const stateNames = Object.keys(changeStates) as [ChangeState, ...ChangeState[]];

/** `GET /api/units` */
export const unitSummarySchema = z.object({
  unit: unitSchema,
  dossiers: z.int(),
  /** Changes by state, states without any are absent. */
  changes: z.partialRecord(z.enum(stateNames), z.int()),
  /** Last time anything of this unit reached the centre. */
  lastReceivedAtUtc: z.string().nullable(),
  lastApprovedAtUtc: z.string().nullable(),
  /** Last time an office PC of this unit spoke with the centre. */
  lastContactAtUtc: z.string().nullable(),
});
export type UnitSummary = Readonly<z.infer<typeof unitSummarySchema>>;
export const unitsResponseSchema = z.object({ units: z.array(unitSummarySchema) });

/** `POST /api/units`: adds a unit below another; needs `unit.manage` there. Answers the unit. */
export const newUnitRequestSchema = unitSchema
  .pick({ code: true, kind: true })
  .extend({ name: z.string().trim().min(1).max(200), parent: unitCodeSchema });

/** One line of a list of dossiers. */
export const dossierSummarySchema = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  fullName: z.string(),
  gender: z.enum(['male', 'female']),
  birthDate: z.string(),
  identityNumber: z.string(),
  position: z.string(),
  rankCode: z.string(),
  rankName: z.string(),
  step: z.int().nullable(),
  coefficient: z.number().nullable(),
  status: z.string(),
  version: z.int(),
  updatedAtUtc: z.string(),
  /** Changes of this dossier that wait for someone. */
  openChanges: z.int(),
});
export type DossierSummary = Readonly<z.infer<typeof dossierSummarySchema>>;

/** `GET /api/dossiers?unit=&text=&limit=&offset=` — `unit` means its subtree. */
export const dossierQuerySchema = z.object({
  unit: z.string().max(35).optional(),
  text: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const dossiersResponseSchema = z.object({
  total: z.int(),
  rows: z.array(dossierSummarySchema),
});
export type DossiersResponse = Readonly<z.infer<typeof dossiersResponseSchema>>;

/** `GET /api/dossiers/:id` */
export const dossierResponseSchema = z.object({
  /** Null while its `create` change is not yet approved. */
  dossier: dossierSchema.nullable(),
  changes: z.array(changeSchema),
  approvals: z.array(approvalSchema),
});
export type DossierResponse = Readonly<z.infer<typeof dossierResponseSchema>>;

/** `GET /api/changes?unit=&state=&dossier=&limit=&offset=` */
export const changeQuerySchema = z.object({
  unit: z.string().max(35).optional(),
  state: z.enum(stateNames).optional(),
  dossier: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const changesResponseSchema = z.object({
  total: z.int(),
  rows: z.array(z.object({ rev: z.string(), change: changeSchema })),
});

/** `GET /api/people?unit=` — who may be named to decide a conflict there; needs `change.return` in the unit. */
export const peopleQuerySchema = z.object({ unit: unitCodeSchema });
export const peopleResponseSchema = z.object({ people: z.array(personStampSchema) });

/** `GET /api/approvals?unit=` and `GET /api/approvals/:id` (with the check made now). */
export const approvalsResponseSchema = z.object({ rows: z.array(approvalSchema) });
export const approvalCheckSchema = z.object({
  name: z.string(),
  ok: z.boolean(),
  reason: z.string().optional(),
});
export const approvalEvidenceSchema = z.object({
  approval: approvalSchema,
  checkedAtUtc: z.string(),
  valid: z.boolean(),
  checks: z.array(approvalCheckSchema),
  /** The exact signed text, and the signature (base64 DER). */
  manifestText: z.string(),
  signature: z.string(),
});
export type ApprovalEvidence = Readonly<z.infer<typeof approvalEvidenceSchema>>;

/** `GET /api/about`, open to all. */
export const aboutSchema = z.object({
  name: z.string(),
  version: z.string(),
  province: z.string(),
  demo: z.boolean(),
});
export type About = Readonly<z.infer<typeof aboutSchema>>;
