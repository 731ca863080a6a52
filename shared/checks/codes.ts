/** Every code is one of its list: present rows and ended ones, for a code in use never disappears. */
import { labelOf } from '../catalogue/index.ts';
import type { JsonObject } from '../canonical/json.ts';
import { touchedPaths } from '../change/merge-patch.ts';
import { fieldAt } from '../dossier/fields.ts';
import { textAt } from './reading.ts';
import { remark, type CheckRemark } from './remark.ts';

export function codeChecks(content: JsonObject): readonly CheckRemark[] {
  return touchedPaths(content).flatMap((path) => {
    const field = fieldAt(path);
    const value = textAt(content, path);
    if (field?.kind !== 'choice' || field.catalogue === undefined || value === undefined) return [];
    if (labelOf(field.catalogue, value) !== undefined) return [];
    return [remark('CODE_UNKNOWN', path, [], { value, label: field.label })];
  });
}
