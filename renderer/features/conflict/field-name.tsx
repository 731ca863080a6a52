/** A field as the form calls it, with the row of a repeated section it stands in. */
import { rowName } from '../../../shared/change/describe.ts';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import { useTerms } from '../../i18n/terms.ts';

export function useFieldName(found: ConflictCase): (path: string) => string {
  const terms = useTerms();
  return (path) => {
    const row = rowName(path, found.dossier.content, found.change.patch);
    const item = fieldAt(path)?.item ?? '';
    return `${item} ${terms.field(path)}${row === '' ? '' : ` (${row})`}`.trim();
  };
}
