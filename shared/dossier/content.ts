/**
 * What a dossier says about a person. Sections and fields are those of the form (form/dossier-form.ts); scalars lie
 * in sections, repeated rows are maps keyed by stable item ids.
 */
import { z } from 'zod';
import { dossierForm, type DossierForm } from './form/dossier-form.ts';

export { identityNumberPattern } from './form/personal.ts';
export type { SectionName } from './form/dossier-form.ts';

export const genders = { male: 'Nam', female: 'Nữ' } as const;
export type Gender = keyof typeof genders;

type ContentShape = {
  readonly [K in keyof DossierForm]: K extends 'identity'
    ? DossierForm[K]['schema']
    : z.ZodOptional<DossierForm[K]['schema']>;
};

/** A dossier cannot be without its `identity`; every other section may be missing. */
function contentShape(): ContentShape {
  const entries = Object.entries(dossierForm).map(([name, { schema }]) => [
    name,
    name === 'identity' ? schema : z.optional(schema),
  ]);
  // Entry by entry what ContentShape says; Object.fromEntries knows no keys.
  return Object.fromEntries(entries) as ContentShape;
}

export const dossierContentSchema = z.strictObject(contentShape());

export type DossierContent = Readonly<z.infer<typeof dossierContentSchema>>;
export type Language = NonNullable<DossierContent['languages']>[string];
