/** What a person has typed into a form and not yet submitted. */
import { z } from 'zod';
import { changeSchema, evidenceSchema } from '../../../shared/change/change.ts';

export const unfinishedFormSchema = z.object({
  /** Against what the dossier said: so that it fits when the dossier has changed meanwhile. */
  patch: changeSchema.shape.patch,
  /** Version of the dossier that was on screen; null for a new one. A newer one was not seen by who typed. */
  seenVersion: z.int().min(0).nullable().default(null),
  /** Scans that were added to it. */
  evidence: z.array(evidenceSchema).readonly().default([]),
  /** What stands above the form, as the form names it. */
  above: z.record(z.string(), z.string()),
  keptAtUtc: z.string(),
});
export type UnfinishedForm = Readonly<z.infer<typeof unfinishedFormSchema>>;

/** Keys name a form: `new`, `edit:<dossier>`, `mend:<change or item of work>`. */
export interface UnfinishedForms {
  /** Keys of the forms that are kept. */
  list(): Promise<readonly string[]>;
  read(key: string): Promise<UnfinishedForm | null>;
  /** Null when it was submitted or given up. Resolves when it is kept. */
  write(key: string, value: UnfinishedForm | null): Promise<void>;
}
