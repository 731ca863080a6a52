/** What both forms of a table are given, and how the keyboard finds the button that adds to it. */
import type { Section } from '../../../shared/dossier/fields.ts';
import type { DossierFormState } from './use-dossier-form.ts';

export interface RowsProps {
  readonly section: Section;
  readonly form: DossierFormState;
  readonly ids: readonly string[];
  readonly remove: (id: string) => void;
}

export const addButtonId = (section: string): string => `add-${section}`;
