/**
 * What a patch may say at all, whether or not a dossier comes of it: the fields of a dossier's content, each
 * with a value of its kind, or `null` to remove it. For drafts, which may still lack anything.
 */
import { z } from 'zod';
import { dossierContentSchema } from '../dossier/content.ts';

/** Keys of repeated rows are ids made by the client; their form is its own, their length is not. */
const itemIdSchema = z.string().min(1).max(64);

const required = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? required(schema.unwrap()) : schema;

/** The schema with every field optional and removable, at every depth; unknown keys are refused. */
function patchOf(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = required(schema);
  if (inner instanceof z.ZodRecord)
    return z.record(itemIdSchema, z.nullable(patchOf(inner.valueType)));
  if (!(inner instanceof z.ZodObject)) return inner;
  const shape: z.core.$ZodShape = inner.shape;
  const fields = Object.entries(shape);
  return z.strictObject(
    Object.fromEntries(fields.map(([key, field]) => [key, z.optional(z.nullable(patchOf(field)))])),
  );
}

// The root is an object schema, so what is made of it is a whole schema with its methods.
export const contentPatchSchema = patchOf(dossierContentSchema) as z.ZodType;
