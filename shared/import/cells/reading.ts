/** What one cell said: what goes into the dossier, what is odd about it, what the row still has to settle. */
import type { Gender } from '../../dossier/content.ts';
import type { DraftContent } from '../person/draft.ts';
import type { Remark } from '../findings.ts';
import { cellText, type CellValue } from '../sheet/grid.ts';
import { tidyText } from '../../vietnamese/fold.ts';
import { labelOfField } from '../../dossier/fields.ts';
import { fieldOfMeaning, type Meaning } from '../sheet/meanings.ts';

/** A filled cell under a column that is understood. */
export interface MeantCell {
  readonly meaning: Meaning;
  readonly letter: string;
  /** The label of the column in the list. */
  readonly label: string;
  readonly value: CellValue;
}

/** What can be settled only with the rest of the row. */
export interface OpenQuestions {
  readonly genders?: readonly Gender[];
  /** The `9` of `3/9`. */
  readonly stepTotal?: number;
  readonly rankName?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  readonly birthDay?: string;
  readonly birthMonth?: string;
  readonly birthYear?: string;
  readonly femaleMark?: boolean;
  /** A number with zeros put back, to be taken only if the row agrees with it. */
  readonly paddedNumber?: { readonly number: string; readonly otherwise: CellReading };
}

export interface CellReading {
  readonly content?: DraftContent;
  readonly remarks?: readonly Remark[];
  /** The cell's text could not be placed and is kept in the note under the column's label. */
  readonly kept?: string;
  readonly open?: OpenQuestions;
}

export type CellReader = (cell: MeantCell) => CellReading;

export const textOf = (cell: MeantCell): string => tidyText(cellText(cell.value));

/** The reading of a cell that is no value of its kind: kept in the note, with a warning. */
export function unreadable(cell: MeantCell): CellReading {
  const field = fieldOfMeaning(cell.meaning);
  const details = { value: textOf(cell), label: cell.label };
  return {
    kept: textOf(cell),
    remarks: [{ code: 'VALUE_UNREADABLE', details, ...(field === null ? {} : { field }) }],
  };
}

/** The reading of a word that its code list does not have: kept in the note, with a warning. */
export function notInCatalogue(cell: MeantCell, field: string): CellReading {
  const details = { value: textOf(cell), label: labelOfField(field) };
  return { kept: textOf(cell), remarks: [{ code: 'VALUE_NOT_IN_CATALOGUE', field, details }] };
}
