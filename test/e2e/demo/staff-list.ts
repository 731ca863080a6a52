/** The staff list that the clerk brings: made up, in the shape of real ones (two-row header, dates as text). */
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';

const families = ['Phan', 'Hoàng', 'Phạm', 'Hồ', 'Ngô', 'Đỗ', 'Bùi', 'Lý', 'Võ', 'Nguyễn'];
const givens = [
  'Lan',
  'Long',
  'Nga',
  'Ân',
  'Điền',
  'Quý',
  'Hải',
  'Yến',
  'Uyên',
  'Đào',
  'Thắm',
  'Sơn',
];
const coefficients = ['2,34', '2,67', '3,00', '3,33', '3,66', '3,99', '4,32', '4,65', '4,98'];

/** The last six digits of a person's number; no two of the first 100,000 are equal. */
export const serialOf = (index: number): string => String(100_000 + index * 7919).slice(-6);

/** One row of the sheet; the third is the person that the story corrects. */
function rowOf(index: number): (string | number | null)[] {
  const female = index % 3 === 0;
  const family = families[index % families.length] ?? '';
  const given = givens[(index * 5) % givens.length] ?? '';
  const name = index === 2 ? 'Phạm Minh Đạt' : `${family} ${female ? 'Thị Thu' : 'Văn'} ${given}`;
  const year = 1966 + ((index * 7) % 34);
  const born =
    index === 2
      ? '1985'
      : index % 11 === 5
        ? `09/${String(year)}`
        : `${String(1 + (index % 28)).padStart(2, '0')}/${String(1 + (index % 12)).padStart(2, '0')}/${String(year)}`;
  const bornYear = born.slice(-4);
  const number = `087${female ? '1' : '0'}${bornYear.slice(2)}${serialOf(index)}`;
  const step = 1 + (index % 9);
  return [
    index + 1,
    index % 4 === 1 ? ` ${name} ` : name,
    female ? null : born,
    female ? born : null,
    index % 5 === 3 ? Number(number) : number,
    index % 6 === 4 ? 'Hmông' : 'Kinh',
    index === 0 ? 'Hiệu trưởng' : 'Giáo viên',
    'V.07.03.29',
    'Giáo viên tiểu học hạng III',
    `${String(step)}/9`,
    coefficients[step - 1] ?? '',
    step === 9 ? '6%' : null,
    '01/05/2024',
    index % 2 === 0 ? 'Đại học' : 'ThS',
    index % 2 === 0 ? 'TC' : 'SC',
    'CNTT cơ bản',
    index % 2 === 0 ? 'x' : null,
    null,
  ];
}

const heads = [
  [
    'STT',
    'Họ và tên',
    'Ngày, tháng, năm sinh',
    '',
    'Số CCCD',
    'Dân tộc',
    'Chức vụ, chức danh',
    'Ngạch/Chức danh nghề nghiệp',
    '',
    'Lương hiện hưởng',
    '',
    '',
    '',
    'Trình độ',
    '',
    '',
    'Đảng viên',
    'Ghi chú',
  ],
  [
    '',
    '',
    'Nam',
    'Nữ',
    '',
    '',
    '',
    'Mã số',
    'Tên',
    'Bậc',
    'Hệ số',
    'VK (%)',
    'Mốc tính nâng lương lần sau',
    'Chuyên môn',
    'LLCT',
    'Tin học',
    '',
    '',
  ],
];

/** Writes the workbook with so many people, from the given one on; gives its path. */
export async function staffListFile(people: number, first = 0): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Danh sách');
  sheet.addRow(['UBND XÃ MỸ AN']);
  sheet.addRow(['TRƯỜNG TIỂU HỌC MỸ AN']);
  sheet.addRow([]);
  sheet.addRow(['DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG']);
  for (const head of heads) sheet.addRow(head);
  for (const merge of [
    'C5:D5',
    'H5:I5',
    'J5:M5',
    'N5:P5',
    'A5:A6',
    'B5:B6',
    'E5:E6',
    'F5:F6',
    'G5:G6',
    'Q5:Q6',
    'R5:R6',
  ])
    sheet.mergeCells(merge);
  for (let index = first; index < first + people; index += 1) sheet.addRow(rowOf(index));
  sheet.addRow(['', `Tổng cộng: ${String(people)} người`]);
  sheet.addRow(['', 'Người lập biểu', ...Array<string>(9).fill(''), 'HIỆU TRƯỞNG']);
  const file = path.join(
    await mkdtemp(path.join(os.tmpdir(), 'hoso-list-')),
    'truong-tieu-hoc-my-an.xlsx',
  );
  await book.xlsx.writeFile(file);
  return file;
}
