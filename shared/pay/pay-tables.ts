/**
 * Coefficient tables of NĐ 204/2004/NĐ-CP as dated rows. A row is one pay group: its coefficients from
 * step 1 up, and the months between two steps (Thông tư 08/2013/TT-BNV, Điều 2).
 * Invariant (tested): within a group the coefficients rise by one fixed amount.
 */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface PayGroup {
  readonly group: string;
  readonly label: string;
  /** Step 1 first. */
  readonly coefficients: readonly number[];
  readonly monthsPerStep: number;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  /** Document, table and row. */
  readonly source: string;
}

const decree = 'NĐ 204/2004/NĐ-CP';
const validFrom = '2004-10-01';

type Line = readonly [group: string, label: string, coefficients: readonly number[], place: string];

const every36Months: readonly Line[] = [
  ['A3.1', 'Loại A3, nhóm 1', [6.2, 6.56, 6.92, 7.28, 7.64, 8], 'Bảng 2 và Bảng 3'],
  ['A3.2', 'Loại A3, nhóm 2', [5.75, 6.11, 6.47, 6.83, 7.19, 7.55], 'Bảng 2 và Bảng 3'],
  ['A2.1', 'Loại A2, nhóm 1', [4.4, 4.74, 5.08, 5.42, 5.76, 6.1, 6.44, 6.78], 'Bảng 2 và Bảng 3'],
  ['A2.2', 'Loại A2, nhóm 2', [4, 4.34, 4.68, 5.02, 5.36, 5.7, 6.04, 6.38], 'Bảng 2 và Bảng 3'],
  ['A1', 'Loại A1', [2.34, 2.67, 3, 3.33, 3.66, 3.99, 4.32, 4.65, 4.98], 'Bảng 2 và Bảng 3'],
  [
    'A0',
    'Loại A0',
    [2.1, 2.41, 2.72, 3.03, 3.34, 3.65, 3.96, 4.27, 4.58, 4.89],
    'Bảng 2 và Bảng 3',
  ],
];

const c1 = [1.65, 1.83, 2.01, 2.19, 2.37, 2.55, 2.73, 2.91, 3.09, 3.27, 3.45, 3.63] as const;
const c2 = [1.5, 1.68, 1.86, 2.04, 2.22, 2.4, 2.58, 2.76, 2.94, 3.12, 3.3, 3.48] as const;
const c3 = [1.35, 1.53, 1.71, 1.89, 2.07, 2.25, 2.43, 2.61, 2.79, 2.97, 3.15, 3.33] as const;
const b = [1.86, 2.06, 2.26, 2.46, 2.66, 2.86, 3.06, 3.26, 3.46, 3.66, 3.86, 4.06] as const;
const driver = [2.05, 2.23, 2.41, 2.59, 2.77, 2.95, 3.13, 3.31, 3.49, 3.67, 3.85, 4.03] as const;
const attendant = [1, 1.18, 1.36, 1.54, 1.72, 1.9, 2.08, 2.26, 2.44, 2.62, 2.8, 2.98] as const;

const every24Months: readonly Line[] = [
  ['B', 'Loại B', b, 'Bảng 2 và Bảng 3'],
  ['C1', 'Loại C, nhóm 1', c1, 'Bảng 2 và Bảng 3'],
  ['C2', 'Loại C, nhóm 2', c2, 'Bảng 2 và Bảng 3'],
  ['C3', 'Loại C, nhóm 3', c3, 'Bảng 2 và Bảng 3'],
  ['T4-lai-xe', 'Lái xe cơ quan', driver, 'Bảng 4'],
  ['T4-ky-thuat', 'Nhân viên kỹ thuật', c1, 'Bảng 4'],
  ['T4-danh-may', 'Nhân viên đánh máy', c2, 'Bảng 4'],
  ['T4-bao-ve', 'Nhân viên bảo vệ', c2, 'Bảng 4'],
  ['T4-van-thu', 'Nhân viên văn thư', c3, 'Bảng 4'],
  ['T4-phuc-vu', 'Nhân viên phục vụ', attendant, 'Bảng 4'],
];

const every60Months: readonly Line[] = [['T1', 'Chuyên gia cao cấp', [8.8, 9.4, 10], 'Bảng 1']];

const rows = (lines: readonly Line[], monthsPerStep: number): readonly PayGroup[] =>
  lines.map(([group, label, coefficients, place]) => ({
    group,
    label,
    coefficients,
    monthsPerStep,
    validFrom,
    validTo: null,
    source: `${decree}, ${place}`,
  }));

export const payGroups: readonly PayGroup[] = [
  ...rows(every60Months, 60),
  ...rows(every36Months, 36),
  ...rows(every24Months, 24),
];
