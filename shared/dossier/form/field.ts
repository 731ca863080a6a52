/**
 * The building blocks of the dossier's form: what one field is, for people (labels, item, kind of input) and for
 * programs (its schema). Both are said once, in one definition, so that they cannot drift apart.
 */
import { z } from 'zod';
import { civilDateSchema, partialDateSchema } from '../../calendar/partial-date.ts';
import type { CatalogueName } from '../../catalogue/catalogue.ts';

export type FieldKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'partialDate'
  | 'choice'
  | 'gender'
  | 'yesNo'
  | 'integer'
  | 'decimal'
  | 'year'
  | 'digits';

/** Whether a dossier counts as whole without the field; `conditional`: only what it says elsewhere makes it due. */
export type Need = 'always' | 'conditional';

interface Wording {
  /** Official label, Vietnamese. */
  readonly vi: string;
  readonly en: string;
  /** Item of the “Sơ yếu lý lịch” (Thông tư 06/2023/TT-BNV); absent when the form has none. */
  readonly item?: string;
  readonly need?: Need;
}

type Required = { readonly required?: boolean };
type IsRequired<O> = O extends { readonly required: true } ? true : false;

export interface FieldDefinition<S extends z.ZodType = z.ZodType, R extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly schema: S;
  /** A dossier (or a row) cannot be kept without it. */
  readonly required: R;
  readonly wording: Wording;
  readonly catalogue?: CatalogueName;
  /** Of a text: the list whose labels are offered while typing; anything else may be written, too. */
  readonly suggest?: CatalogueName;
  readonly unit?: string;
}

type Options = Wording & Required;

function define<S extends z.ZodType, const O extends Options>(
  kind: FieldKind,
  schema: S,
  options: O,
  more: Pick<FieldDefinition, 'catalogue' | 'suggest' | 'unit'> = {},
): FieldDefinition<S, IsRequired<O>> {
  const { vi, en, item, need, required = false } = options;
  const wording = {
    vi,
    en,
    ...(item === undefined ? {} : { item }),
    ...(need === undefined ? {} : { need }),
  };
  // `required` is exactly what O says; TypeScript does not follow the default through the conditional type.
  return { kind, schema, required: required as IsRequired<O>, wording, ...more };
}

/** @param options `max`: most characters, 200 where not said */
export const text = <
  const O extends Options & { readonly max?: number; readonly suggest?: CatalogueName },
>(
  options: O,
) => {
  const { max = 200, suggest } = options;
  return define('text', z.string().min(1).max(max), options, suggest ? { suggest } : {});
};

/** Several lines. @param options `max`: most characters, 2,000 where not said */
export const longText = <const O extends Options & { readonly max?: number }>(options: O) =>
  define(
    'longText',
    z
      .string()
      .min(1)
      .max(options.max ?? 2000),
    options,
  );

/** A text of a form of its own, such as an identity number. */
export const formed = <S extends z.ZodType<string>, const O extends Options>(
  kind: 'digits' | 'text',
  schema: S,
  options: O,
) => define(kind, schema, options);

/** A day that is known whole. */
export const wholeDate = <const O extends Options>(options: O) =>
  define('date', civilDateSchema, options);

/** A day of which perhaps only month and year, or the year, are known. */
export const date = <const O extends Options>(options: O) =>
  define('partialDate', partialDateSchema, options);

/**
 * A code of a catalogue. The schema does not hold it against the list, for lists change and old codes stay:
 * the checks (shared/checks) do.
 */
export const choice = <const O extends Options>(catalogue: CatalogueName, options: O) =>
  define('choice', z.string().min(1).max(40), options, { catalogue });

export const yesNo = <const O extends Options>(options: O) => define('yesNo', z.boolean(), options);

export const genderOf = <const O extends Options>(options: O) =>
  define('gender', z.enum(['male', 'female']), options);

interface Bounds {
  readonly min?: number;
  readonly max: number;
  readonly unit?: string;
}

export const integer = <const O extends Options & Bounds>(options: O) =>
  define(
    'integer',
    z
      .int()
      .min(options.min ?? 0)
      .max(options.max),
    options,
    unitOf(options),
  );

/** A calendar year. */
export const year = <const O extends Options>(options: O) =>
  define('year', z.int().min(1850).max(2100), options);

/** Two decimals, as coefficients are written in pay decisions. */
export const decimal = <const O extends Options & Bounds>(options: O) =>
  define(
    'decimal',
    z
      .number()
      .min(options.min ?? 0)
      .max(options.max)
      .multipleOf(0.01),
    options,
    unitOf(options),
  );

/** Đồng, whole. */
export const money = <const O extends Options>(options: O) =>
  integer({ ...options, max: 1_000_000_000_000, unit: 'đồng' });

const unitOf = ({ unit }: Bounds) => (unit === undefined ? {} : { unit });
