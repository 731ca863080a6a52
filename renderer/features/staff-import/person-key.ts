import type { ReadPerson } from '../../../shared/import/index.ts';

/** A person of a file: the sheet and the row. */
export const personKey = ({ sheet, row }: ReadPerson): string => `${sheet}!${String(row)}`;
