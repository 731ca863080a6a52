/** Every code is one of its list: present rows and ended ones, for a code in use never disappears. */
import { labelOf } from '../catalogue/index.ts';
import { isJsonObject, type JsonObject } from '../canonical/json.ts';
import { sections, type Field } from '../dossier/fields.ts';
import { remark, type CheckRemark } from './remark.ts';

/** Of each section the fields that hold codes, by their keys. */
const codeFields = sections.map(({ name, repeated, fields }) => ({
  name,
  repeated,
  coded: fields.flatMap((field) =>
    field.kind === 'choice' ? [[field.path.split('.').at(-1) ?? '', field] as const] : [],
  ),
}));

export function codeChecks(content: JsonObject): readonly CheckRemark[] {
  return codeFields.flatMap(({ name, repeated, coded }) => {
    const section = content[name];
    if (coded.length === 0 || !isJsonObject(section)) return [];
    const places: JsonObject = repeated ? section : { '': section };
    return Object.entries(places).flatMap(([id, place]) =>
      isJsonObject(place) ? unknownIn(place, id === '' ? name : `${name}.${id}`, coded) : [],
    );
  });
}

function unknownIn(
  place: JsonObject,
  path: string,
  coded: readonly (readonly [key: string, field: Field])[],
): readonly CheckRemark[] {
  return coded.flatMap(([key, { catalogue, label }]) => {
    const value = place[key];
    if (catalogue === undefined || typeof value !== 'string' || value === '') return [];
    if (labelOf(catalogue, value) !== undefined) return [];
    return [remark('CODE_UNKNOWN', `${path}.${key}`, [], { value, label })];
  });
}
