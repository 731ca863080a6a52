/** Importing staff lists from Excel: worksheet to grid, grid to people with findings. */
export type { CellValue, DateCell, Merge, SheetGrid } from './sheet/grid.ts';
export { gridOf, type CellLike, type RowLike, type SheetLike } from './sheet/sheet-like.ts';
export type { Finding, FindingCode, FindingSeverity } from './findings.ts';
export type { Meaning } from './sheet/meanings.ts';
export type { DraftContent } from './person/draft.ts';
export type { AcceptedPerson, ReadPerson, RefusedPerson } from './person/person.ts';
export {
  readStaffList,
  type ReadColumn,
  type ReadSheet,
  type StaffListCounts,
  type StaffListOptions,
  type StaffListReading,
} from './staff-list.ts';
