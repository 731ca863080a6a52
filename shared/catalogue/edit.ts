/**
 * What the department does to a code list, one edit at a time: a row more, or other words and days for a row that
 * is there. There is no edit that takes a row away: a code in use never disappears, it ends.
 */
import { z } from 'zod';
import { personStampSchema } from '../account/person-stamp.ts';
import { civilDateSchema } from '../calendar/partial-date.ts';
import { tidyText } from '../vietnamese/fold.ts';
import { catalogueNames } from './catalogue.ts';

/** Operational limits, not numbers of law. */
export const editLimits = {
  label: 200,
  alias: 100,
  aliases: 40,
  source: 300,
  reason: 500,
} as const;

const words = (most: number, missing: string) =>
  z
    .string()
    .refine((text) => text.isWellFormed(), 'văn bản có ký tự hỏng')
    .transform(tidyText)
    .pipe(z.string().min(1, missing).max(most, `dài quá ${most} ký tự`));

export const rowCodeSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/,
    'mã gồm 1 đến 32 chữ cái không dấu, chữ số, dấu chấm hoặc gạch ngang',
  );
const labelSchema = words(editLimits.label, 'chưa có tên gọi');
const sourceSchema = words(editLimits.source, 'chưa có căn cứ (văn bản, điều)');
const aliasesSchema = z
  .array(words(editLimits.alias, 'cách viết khác bị bỏ trống'))
  .max(editLimits.aliases, `nhiều hơn ${editLimits.aliases} cách viết`);

const addedRowSchema = z.strictObject({
  label: labelSchema,
  aliases: aliasesSchema,
  validFrom: civilDateSchema.nullable(),
  source: sourceSchema,
  /** Of lists whose rows say more than their words (traits.ts); null elsewhere. */
  trait: z.string().max(40).nullable(),
});

/** Null takes a day or a successor away again. */
const amendedPartsSchema = z.strictObject({
  label: labelSchema.optional(),
  aliases: aliasesSchema.optional(),
  validFrom: civilDateSchema.nullable().optional(),
  validTo: civilDateSchema.nullable().optional(),
  successor: rowCodeSchema.nullable().optional(),
  source: sourceSchema.optional(),
});

export const rowEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), code: rowCodeSchema, row: addedRowSchema }),
  z.strictObject({ kind: z.literal('amend'), code: rowCodeSchema, set: amendedPartsSchema }),
]);
export type RowEdit = Readonly<z.infer<typeof rowEditSchema>>;

export const editReasonSchema = words(editLimits.reason, 'chưa nêu lý do');

export const catalogueNameSchema = z.enum(catalogueNames);

/** `catalogue:<name>` in `reference`: the edits of one list, oldest first. `version` is their number. */
export const catalogueDocumentSchema = z.object({
  _id: z.string().startsWith('catalogue:'),
  type: z.literal('catalogue'),
  name: catalogueNameSchema,
  version: z.int().min(1),
  edits: z.array(
    z.object({
      edit: rowEditSchema,
      reason: editReasonSchema,
      by: personStampSchema,
      atUtc: z.iso.datetime(),
    }),
  ),
});
export type CatalogueDocument = Readonly<z.infer<typeof catalogueDocumentSchema>>;
export type CatalogueEdit = CatalogueDocument['edits'][number];

export const catalogueId = (name: string): string => `catalogue:${name}`;
