/** The content that a form is building: like a dossier's, but it may still have gaps. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/canonical/json.ts';
import { makeMergePatch, touchedPaths } from '../../../shared/change/merge-patch.ts';

/** `identity` is always there: its fields are what a dossier cannot be without. */
export const emptyContent: JsonObject = { identity: {} };

/** Sets a leaf, or removes it; a section or row left without leaves goes too, `identity` and rows asked for stay. */
export function withLeaf(
  content: JsonObject,
  path: string,
  value: JsonValue | undefined,
): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const { [key]: old, ...others } = content;
  if (rest.length === 0) return value === undefined ? others : { ...content, [key]: value };
  const inner = withLeaf(isJsonObject(old) ? old : {}, rest.join('.'), value);
  const goes = Object.keys(inner).length === 0 && key !== 'identity' && rest.length === 1;
  // A row of a repeated section stays while a person fills it; `withoutRow` removes it.
  const isRow = path.split('.').length === 2 && isUlid(key);
  return goes && !isRow ? others : { ...content, [key]: inner };
}

const isUlid = (key: string) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(key);

/** Rows of a repeated section by id. */
export function rowsOf(content: JsonObject, section: string): readonly string[] {
  const rows = content[section];
  return isJsonObject(rows) ? Object.keys(rows) : [];
}

export function withRow(content: JsonObject, section: string, id: string): JsonObject {
  const rows = content[section];
  return { ...content, [section]: { ...(isJsonObject(rows) ? rows : {}), [id]: {} } };
}

export function withoutRow(content: JsonObject, section: string, id: string): JsonObject {
  const rows = content[section];
  if (!isJsonObject(rows)) return content;
  const { [id]: _, ...kept } = rows;
  const { [section]: __, ...others } = content;
  return Object.keys(kept).length === 0 ? others : { ...content, [section]: kept };
}

/** What to submit: for a new dossier all of it, else the difference. */
export function patchOf(base: JsonObject | undefined, content: JsonObject): JsonObject {
  return base === undefined ? content : makeMergePatch(base, content);
}

export function changedPaths(base: JsonObject | undefined, content: JsonObject): readonly string[] {
  const patch = patchOf(base, content);
  return touchedPaths(patch).filter((path) => path !== 'identity');
}
