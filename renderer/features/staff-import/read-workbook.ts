/** From a chosen file to people with findings. Runs on this machine; nothing leaves it. */
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import { gridOf, readStaffList, type StaffListReading } from '../../../shared/import/index.ts';

/** The library is large and seldom needed: it is loaded with the first file. */
async function gridsOf(file: File) {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  return workbook.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => gridOf(sheet));
}

export async function readWorkbook(file: File, nowUtc: string): Promise<Result<StaffListReading>> {
  const grids = await gridsOf(file).catch(() => null);
  // The library's own messages are about archives and parts; what helps is to say that it is no workbook.
  if (!grids) return failed('IMPORT_NOT_A_WORKBOOK');
  const reading = readStaffList(grids, { today: civilDateInVietnam(nowUtc) });
  return reading.problem ? failed(reading.problem) : done(reading);
}
