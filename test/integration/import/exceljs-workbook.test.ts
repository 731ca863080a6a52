/** A made-up workbook written and read by exceljs: what cells of real files carry besides plain text. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { gridOf, readStaffList, type StaffListReading } from '../../../shared/import/index.ts';

const header = [
  'TT',
  'Họ và tên',
  'Ngày sinh',
  null,
  'Số CCCD',
  'Email',
  'Mã ngạch',
  'Bậc',
  'Hệ số',
  'VK (%)',
];

function fill(sheet: ExcelJS.Worksheet): void {
  sheet.addRow(['DANH SÁCH VIÊN CHỨC']);
  sheet.mergeCells('A1:J1');
  sheet.addRow(header);
  sheet.addRow([null, null, 'Nam', 'Nữ']);
  sheet.mergeCells('C2:D2');
  for (const column of 'ABEFGHIJ') sheet.mergeCells(`${column}2:${column}3`);
  sheet.addRow([1]);
  sheet.getCell('B4').value = { richText: [{ text: 'TRẦN THỊ ' }, { text: 'MẪU' }] };
  sheet.getCell('D4').value = new Date(Date.UTC(1985, 8, 1));
  sheet.getCell('D4').numFmt = 'mm/yyyy';
  sheet.getCell('E4').value = 1185000001;
  sheet.getCell('E4').numFmt = '000000000000';
  sheet.getCell('F4').value = { text: 'mau@example.vn', hyperlink: 'mailto:mau@example.vn' };
  sheet.getCell('G4').value = 1.003;
  sheet.getCell('G4').numFmt = '00.000';
  sheet.getCell('H4').value = new Date(Date.UTC(2025, 8, 9));
  sheet.getCell('H4').numFmt = 'd/m';
  sheet.getCell('I4').value = { formula: '2.34+8*0.33', result: 2.34 + 8 * 0.33 };
  sheet.getCell('J4').value = 0.07;
  sheet.getCell('J4').numFmt = '0%';
  sheet.addRow([null, 'Tổng cộng: 1 người']);
}

let reading: StaffListReading;

beforeAll(async () => {
  const written = new ExcelJS.Workbook();
  fill(written.addWorksheet('DS'));
  written.addWorksheet('Sheet2');
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(await written.xlsx.writeBuffer());
  reading = readStaffList(read.worksheets.map((sheet) => gridOf(sheet)));
});

describe('a workbook of exceljs', () => {
  it('is read through its merges, formats, links and formulas', () => {
    expect(
      reading.people.map(({ row, content, accepted }) => ({ row, accepted, content })),
    ).toEqual([
      {
        row: 4,
        accepted: true,
        content: {
          identity: {
            fullName: 'Trần Thị Mẫu',
            gender: 'female',
            birthDate: '1985-09',
            identityNumber: '001185000001',
          },
          contact: { email: 'mau@example.vn' },
          pay: { rankCode: '01.003', step: 9, coefficient: 4.98, beyondScalePercent: 7 },
        },
      },
    ]);
  });

  it('tells what was put right on the way', () => {
    expect(reading.findings.map(({ column, code }) => [column, code])).toEqual([
      ['H', 'STEP_READ_FROM_DATE'],
      ['E', 'IDENTITY_NUMBER_PADDED'],
    ]);
  });
});
