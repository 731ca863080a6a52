/** `hoso import`: a staff list from Excel becomes `create` changes, admitted as anybody's are. */
import { readFile } from 'node:fs/promises';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import type { Change } from '../../shared/change/change.ts';
import { problem, ProblemError } from '../../shared/errors/index.ts';
import {
  gridOf,
  readStaffList,
  type AcceptedPerson,
  type StaffListReading,
} from '../../shared/import/index.ts';
import { subjectOf } from '../accounts/account-document.ts';
import { readSettings } from '../documents/settings.ts';
import type { Services } from '../http/services.ts';
import { createChange } from './create-change.ts';
import { openInstallationServices, openInstallationStore } from './installation.ts';
import { UsageError } from './usage-error.ts';

export interface ImportOptions {
  readonly data: string;
  readonly unit: string;
  /** The account in whose name the changes are submitted. */
  readonly as: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

interface RowOutcome {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: 'stored' | 'refused';
  readonly change?: string;
  readonly code?: string;
  readonly message?: string;
}

/** As many rows as one push holds. */
const batchSize = 500;

async function readList(file: string): Promise<StaffListReading> {
  // 33 MB that a server need not carry: loaded only when a list is read.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const bytes = await readFile(file);
  try {
    // exceljs asks for the Buffer type of older Node typings; the bytes are the same.
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  } catch (error) {
    throw new ProblemError('IMPORT_NOT_A_WORKBOOK', undefined, { cause: error });
  }
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible');
  const today = civilDateInVietnam(new Date().toISOString());
  return readStaffList(
    visible.map((sheet) => gridOf(sheet)),
    { today },
  );
}

export async function importList(file: string, options: ImportOptions): Promise<void> {
  const reading = await readList(file);
  if (reading.problem !== null) throw new ProblemError(reading.problem);
  const accepted = reading.people.filter((person) => person.accepted);
  const outcomes = options.dryRun ? [] : await submit(accepted, options);
  report(reading, outcomes, options);
  if (reading.counts.refused > 0 || outcomes.some(({ outcome }) => outcome === 'refused'))
    process.exitCode = 2;
}

async function submit(
  people: readonly AcceptedPerson[],
  options: ImportOptions,
): Promise<readonly RowOutcome[]> {
  const store = await openInstallationStore(options.data);
  try {
    const settings = await readSettings(store);
    if (!settings)
      throw new UsageError('Thư mục dữ liệu chưa được khởi tạo: chạy lệnh init trước.');
    const services = await openInstallationServices(store, options.data, settings);
    const outcomes = await push(services, people, options);
    await services.audit.flush();
    await services.projection.close();
    return outcomes;
  } finally {
    await store.close();
  }
}

async function push(
  { accounts, intake }: Services,
  people: readonly AcceptedPerson[],
  { as, unit }: ImportOptions,
): Promise<readonly RowOutcome[]> {
  const account = await accounts.find(as);
  if (!account || account.disabled) throw new UsageError(`--as: không có tài khoản ${as}.`);
  const author = { account: account.account, name: account.name };
  const subject = subjectOf(account);
  const outcomes: RowOutcome[] = [];
  for (let at = 0; at < people.length; at += batchSize) {
    const batch = people.slice(at, at + batchSize);
    const changes = batch.map(({ content }) =>
      createChange({ unit, content, author, atMs: Date.now() }),
    );
    const rows = changes.map((doc) => ({ assumedRev: null, doc }));
    const results = await intake.push({ subject, name: account.name }, rows);
    batch.forEach((person, index) => {
      outcomes.push(outcomeOf(person, changes[index], results[index]));
    });
  }
  return outcomes;
}

function outcomeOf(
  { sheet, row }: AcceptedPerson,
  change: Change | undefined,
  result: Awaited<ReturnType<Services['intake']['push']>>[number] | undefined,
): RowOutcome {
  if (change && result?.outcome === 'stored')
    return { sheet, row, outcome: 'stored', change: change._id };
  const { code, message } =
    result?.outcome === 'refused' ? result.problem : problem('CHANGE_OUT_OF_DATE');
  return { sheet, row, outcome: 'refused', code, message };
}

function report(
  { counts, findings }: StaffListReading,
  outcomes: readonly RowOutcome[],
  { dryRun, json }: ImportOptions,
): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ dryRun, counts, findings, outcomes })}\n`);
    return;
  }
  for (const { sheet, row, column, message } of findings)
    process.stdout.write(`${sheet}!${column ?? ''}${row}: ${message}\n`);
  for (const { sheet, row, outcome, message } of outcomes)
    if (outcome === 'refused') process.stdout.write(`${sheet}!${row}: ${message ?? ''}\n`);
  const stored = outcomes.filter(({ outcome }) => outcome === 'stored').length;
  process.stdout.write(
    `${counts.people} người: đọc được ${counts.accepted}, có lỗi ${counts.refused}` +
      `${dryRun ? ' (chỉ đọc thử, chưa ghi)' : `, đã trình ${stored}`}.\n`,
  );
}
