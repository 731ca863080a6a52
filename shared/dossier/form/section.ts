/**
 * A section of the form: fields side by side, or a table whose rows are a map keyed by stable ids, so that a change
 * is a JSON Merge Patch and two changes meet only where they touch the same path.
 */
import { z } from 'zod';
import type { FieldDefinition } from './field.ts';

export type FieldDefinitions = Readonly<Record<string, FieldDefinition>>;

type Shape<F extends FieldDefinitions> = {
  readonly [K in keyof F]: F[K] extends FieldDefinition<infer S, infer R>
    ? R extends true
      ? S
      : z.ZodOptional<S>
    : never;
};

export interface SectionWording {
  readonly vi: string;
  readonly en: string;
  readonly item?: string;
  /** Sensitive personal data (NĐ 356/2025/NĐ-CP): sealed at the centre, masked by default. */
  readonly sensitive?: boolean;
}

/** Of a table: which of its fields tell rows apart for people, and by which they are ordered. */
export interface RowWording<F extends FieldDefinitions> {
  readonly named: readonly (keyof F & string)[];
  readonly ordered?: keyof F & string;
}

/** Id of a row: no dots, so that a path has one meaning. */
export const itemIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'Mã dòng không hợp lệ');
const mostRows = 300;

function shapeOf<F extends FieldDefinitions>(fields: F): Shape<F> {
  const entries = Object.entries(fields).map(([key, { schema, required }]) => [
    key,
    required ? schema : schema.optional(),
  ]);
  // Entry by entry what Shape says; Object.fromEntries knows no keys.
  return Object.fromEntries(entries) as Shape<F>;
}

export function section<const F extends FieldDefinitions>(wording: SectionWording, fields: F) {
  return { wording, fields, rows: null, schema: z.strictObject(shapeOf(fields)) };
}

/** A table. @param rows how its rows are told apart and ordered */
export function table<const F extends FieldDefinitions>(
  wording: SectionWording,
  rows: RowWording<F>,
  fields: F,
) {
  const schema = z
    .record(itemIdSchema, z.strictObject(shapeOf(fields)))
    .refine((all) => Object.keys(all).length <= mostRows, `Không quá ${String(mostRows)} dòng`);
  return { wording, fields, rows, schema };
}
