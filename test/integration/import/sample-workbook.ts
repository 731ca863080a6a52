/** The sample workbooks: they lie beside the repository, in `shared/samples` of the folder that holds it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { gridOf, readStaffList, type StaffListReading } from '../../../shared/import/index.ts';

const repository = path.resolve(import.meta.dirname, '..', '..', '..');
const samples = path.resolve(repository, '..', 'shared', 'samples');

/** @throws Error naming the file when it is missing: a test without its workbook says nothing. */
export function samplePath(name: string): string {
  const file = path.join(samples, name);
  if (!existsSync(file)) {
    throw new Error(
      `the sample ${name} is missing: put it at ../shared/samples/${name} beside the repository`,
    );
  }
  return file;
}

/** The product's reading: exceljs, grid, staff list. */
export async function readSample(name: string): Promise<StaffListReading> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(samplePath(name));
  return readStaffList(workbook.worksheets.map((sheet) => gridOf(sheet)));
}

export const sampleJson = (name: string): unknown =>
  JSON.parse(readFileSync(samplePath(name), 'utf8'));
