/** The dossier document: the fold of its approved changes, written by the server only. */
import { z } from 'zod';
import { dossierContentSchema } from './content.ts';

export const dossierStatuses = {
  active: 'Đang quản lý',
  ended: 'Đã kết thúc quản lý',
} as const;
export type DossierStatus = keyof typeof dossierStatuses;

export const dossierIdSchema = z.string().regex(/^dossier:[0-9A-HJKMNP-TV-Z]{26}$/);

/** One applied change: which, at which version, what it touched, under which approval. */
export const appliedChangeSchema = z.object({
  change: z.string(),
  version: z.int().min(1),
  paths: z.array(z.string()),
  approval: z.string(),
  approvedAtUtc: z.string(),
});
export type AppliedChange = Readonly<z.infer<typeof appliedChangeSchema>>;

export const dossierSchema = z.object({
  _id: dossierIdSchema,
  type: z.literal('dossier'),
  schema: z.literal(1),
  unit: z.string(),
  /** Number of applied changes. */
  version: z.int().min(1),
  status: z.enum(['active', 'ended']),
  content: dossierContentSchema,
  /** Sections that are hidden here, whether or not the dossier says anything in them. */
  masked: z.array(z.string()).optional(),
  applied: z.array(appliedChangeSchema),
  updatedAtUtc: z.string(),
});
export type Dossier = Readonly<z.infer<typeof dossierSchema>>;
