import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../../sync-server/documents/open-store.ts';
import { newDataDir, seedCentre } from '../../helpers/gateway.ts';
import { everyone, school } from './people.ts';

const main = resolve(import.meta.dirname, '../../../sync-server/cli/main.ts');
let dataDir: string;
let file: string;

beforeAll(async () => {
  dataDir = await newDataDir();
  await (await seedCentre(dataDir, everyone)).close();
  file = join(dataDir, 'danh-sach.xlsx');
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('DS');
  sheet.addRow(['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Chức vụ']);
  sheet.addRow([1, 'Nguyễn Thị Gạo', '12/03/1990', 'Nữ', '087190000001', 'Giáo viên']);
  sheet.addRow([2, 'Trần Văn Nếp', '1985', 'Nam', '087085000002', 'Kế toán']);
  sheet.addRow([3, 'Lê Văn Thiếu', '', 'Nam', '123', 'Bảo vệ']);
  await workbook.xlsx.writeFile(file);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly report: { readonly counts: object; readonly outcomes: readonly { outcome: string }[] };
  readonly stderr: string;
}

function runImport(...flags: readonly string[]): Promise<Outcome> {
  const args = [main, 'import', file, '--unit', school, '--data', dataDir, '--json', ...flags];
  return new Promise((settle) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      const empty = { counts: {}, outcomes: [] };
      const report = stdout === '' ? empty : (JSON.parse(stdout) as Outcome['report']);
      settle({ code, report, stderr });
    });
  });
}

async function storedChanges(): Promise<number> {
  const store = await openStore({ dataDir });
  try {
    return (await store.info('desk-h20-81-11')).doc_count;
  } finally {
    await store.close();
  }
}

it('reads without writing, then submits what can be read, and only once', async () => {
  const tried = await runImport('--as', 'vanthu.truong', '--dry-run');
  expect(tried.report.counts).toMatchObject({ people: 3, accepted: 2, refused: 1 });
  expect(await storedChanges()).toBe(0);

  const first = await runImport('--as', 'vanthu.truong');
  // Rows were left out: whoever calls this must notice.
  expect(first.code).toBe(2);
  expect(first.report.outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
  expect(await storedChanges()).toBe(2);

  const again = await runImport('--as', 'vanthu.truong');
  expect(again.report.outcomes).toMatchObject(
    Array(2).fill({ outcome: 'refused', code: 'IDENTITY_NUMBER_TAKEN' }),
  );
  expect(await storedChanges()).toBe(2);
});

it('submits in nobody else’s unit and in nobody’s name', async () => {
  const foreign = await runImport('--as', 'vanthu.khac');
  expect(foreign.report.outcomes).toMatchObject(
    Array(2).fill({ outcome: 'refused', code: 'CHANGE_WRONG_UNIT' }),
  );
  const nobody = await runImport('--as', 'khong.co');
  expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('khong.co') as string });
});
