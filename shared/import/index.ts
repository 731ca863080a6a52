/** Importing staff lists from Excel: worksheet to grid, grid to people with findings. */
export {
  cellText,
  columnIndex,
  columnLetter,
  type CellValue,
  type DateCell,
  type Merge,
  type SheetGrid,
} from './sheet/grid.ts';
export { gridOf, type CellLike, type RowLike, type SheetLike } from './sheet/sheet-like.ts';
export type { Finding, FindingCode, FindingSeverity } from './findings.ts';
export type { Column } from './sheet/header.ts';
export { fieldOfMeaning, type Meaning } from './sheet/meanings.ts';
export type { DraftContent } from './person/draft.ts';
export type { AcceptedPerson, ReadPerson, RefusedPerson } from './person/person.ts';
export {
  readStaffList,
  type ReadSheet,
  type StaffListCounts,
  type StaffListOptions,
  type StaffListReading,
} from './staff-list.ts';
export { identityNumberFacts, type IdentityNumberFacts } from './identity-number.ts';
