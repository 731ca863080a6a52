/**
 * The fields of a dossier as people see them: official label, item of the “Sơ yếu lý lịch” (Thông tư
 * 06/2023/TT-BNV), kind of input. Forms, differences, imports, prints and search read this table.
 */
import { dossierForm } from './form/dossier-form.ts';
import type { FieldDefinition, FieldKind, Need } from './form/field.ts';

export type { FieldKind, Need } from './form/field.ts';

export interface Field extends Pick<FieldDefinition, 'catalogue' | 'suggest' | 'unit'> {
  /** `section.key`, of a table `section.*.key`; a JSON pointer is `/section/key`. */
  readonly path: string;
  readonly label: string;
  readonly labelEn: string;
  /** Item number of the form; empty when the form has none. */
  readonly item: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly sensitive: boolean;
  /** Whether a whole dossier has it; undefined where it may be left out. */
  readonly need: Need | undefined;
}

export interface Section {
  readonly name: string;
  readonly label: string;
  readonly labelEn: string;
  readonly item: string;
  /** A table: rows keyed by stable ids. */
  readonly repeated: boolean;
  readonly sensitive: boolean;
  /** Of a table: keys of the fields that tell rows apart, and of the one they are ordered by. */
  readonly named: readonly string[];
  readonly ordered: string | null;
  readonly fields: readonly Field[];
}

type Definition = (typeof dossierForm)[keyof typeof dossierForm];

function fieldOf(prefix: string, key: string, field: FieldDefinition, sensitive: boolean): Field {
  const { kind, wording, required, catalogue, suggest, unit } = field;
  return {
    path: `${prefix}.${key}`,
    label: wording.vi,
    labelEn: wording.en,
    item: wording.item ?? '',
    kind,
    required,
    sensitive,
    need: wording.need,
    ...(catalogue === undefined ? {} : { catalogue }),
    ...(suggest === undefined ? {} : { suggest }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function sectionOf(name: string, { wording, fields, rows }: Definition): Section {
  const sensitive = wording.sensitive ?? false;
  const prefix = rows === null ? name : `${name}.*`;
  return {
    name,
    label: wording.vi,
    labelEn: wording.en,
    item: wording.item ?? '',
    repeated: rows !== null,
    sensitive,
    named: rows?.named ?? [],
    ordered: rows?.ordered ?? null,
    fields: Object.entries<FieldDefinition>(fields).map(([key, field]) =>
      fieldOf(prefix, key, field, sensitive),
    ),
  };
}

/** In the order of the paper form. */
export const sections: readonly Section[] = Object.entries(dossierForm).map(([name, definition]) =>
  sectionOf(name, definition),
);

export const allFields: readonly Field[] = sections.flatMap((section) => section.fields);

const byPath = new Map(allFields.map((field) => [field.path, field]));
const byName = new Map(sections.map((section) => [section.name, section]));

/** The field of a path such as `pay.step` or `languages.01J….level`. */
export function fieldAt(path: string): Field | undefined {
  return byPath.get(path) ?? byPath.get(path.replace(/^(\w+)\.[^.]+\./, '$1.*.'));
}

/** The official label of the field at a path; the path itself when there is none. */
export const labelOfField = (path: string): string => fieldAt(path)?.label ?? path;

/** The section that a path begins with. */
export const sectionAt = (path: string): Section | undefined =>
  byName.get(path.split('.', 1)[0] ?? '');
