/**
 * The department's edits of the code lists. `GET /api/catalogues` answers all of them;
 * `POST /api/catalogues/<name>/edits` makes one more and answers the list's document.
 * Errors: FORBIDDEN, CATALOGUE_… (shared/errors/catalogue-problems.ts), INVALID_INPUT.
 */
import { z } from 'zod';
import { catalogueDocumentSchema, editReasonSchema, rowEditSchema } from '../catalogue/edit.ts';

export const cataloguesResponseSchema = z.object({
  catalogues: z.array(catalogueDocumentSchema),
});

export const catalogueEditRequestSchema = z.strictObject({
  /** The version that the person saw; 0 when nobody has edited the list yet. */
  assumedVersion: z.int().min(0),
  edit: rowEditSchema,
  reason: editReasonSchema,
});
export type CatalogueEditRequest = Readonly<z.infer<typeof catalogueEditRequestSchema>>;
