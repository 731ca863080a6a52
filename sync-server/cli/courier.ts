/** `hoso courier take`: a bundle from a stick, on the server itself. The answer is a file to carry back. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { courierLimits } from '../../shared/courier/limits.ts';
import { ProblemError, isProblemCode } from '../../shared/errors/index.ts';
import { takesBundles } from '../courier/take-for-services.ts';
import { readSettings } from '../documents/settings.ts';
import { openInstallationServices, openInstallationStore } from './installation.ts';
import { UsageError } from './usage-error.ts';

export interface CourierOptions {
  readonly data: string;
  readonly out: string;
  readonly json: boolean;
}

async function readBundle(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > courierLimits.fileBytes) throw new ProblemError('COURIER_WRONG_FILE');
  return readFile(file, 'utf8');
}

export async function takeCourierBundle(file: string, options: CourierOptions): Promise<void> {
  const bundle = await readBundle(file);
  const store = await openInstallationStore(options.data);
  try {
    const settings = await readSettings(store);
    if (!settings) throw new UsageError('Thư mục dữ liệu chưa được khởi tạo.');
    const services = await openInstallationServices(store, options.data, settings);
    try {
      const taken = await takesBundles(services)(bundle, 'server');
      if (!taken.ok) {
        const { code, details } = taken.problem;
        throw new ProblemError(isProblemCode(code) ? code : 'INTERNAL', details);
      }
      const { answer, ...report } = taken.value;
      await writeFile(options.out, answer, { flush: true, mode: 0o600 });
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : inWords(report, options));
    } finally {
      await services.audit.flush();
      await services.projection.close();
    }
  } finally {
    await store.close();
  }
}

const inWords = (
  report: { account: string; rows: number; refused: number; again: boolean },
  { out }: CourierOptions,
): string =>
  `Đã nhận gói của ${report.account}: ${report.rows} mục, ${report.refused} bị từ chối` +
  `${report.again ? ' (gói này đã nhận trước đây, không làm gì hai lần)' : ''}.\n` +
  `Gói trả lời: ${out}\n`;
