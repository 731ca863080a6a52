/** Made-up staff lists for tests. Nobody here exists. */
import type { CellValue, Merge, SheetGrid } from '../../../shared/import/index.ts';

export const grid = (
  rows: readonly (readonly CellValue[])[],
  merges: readonly Merge[] = [],
  name = 'DS',
): SheetGrid => ({ name, rows, merges });

/** A woman born in 1985 whose cells all agree; tests change one cell at a time. */
export const soundPerson: Readonly<Record<string, CellValue>> = {
  STT: 1,
  'Họ và tên': 'Trần Thị Mẫu',
  'Giới tính': 'Nữ',
  'Ngày sinh': '12/03/1985',
  'Số CCCD': '087185000001',
  'Mã ngạch': 'V.07.03.29',
  'Bậc lương': '3/9',
  'Hệ số': '3,00',
};

/** A one-person list with the cells changed or added, as one header row and one row. */
export function listOf(changed: Readonly<Record<string, CellValue>> = {}): SheetGrid {
  const person = { ...soundPerson, ...changed };
  return grid([Object.keys(person), Object.values(person)]);
}

/** The list without some columns. */
export function listWithout(...labels: readonly string[]): SheetGrid {
  const left = Object.entries(soundPerson).filter(([label]) => !labels.includes(label));
  return grid([left.map(([label]) => label), left.map(([, value]) => value)]);
}
