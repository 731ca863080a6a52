#!/usr/bin/env node
/** The command line of the server. Each command is a file of its own. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { ProblemError } from '../../shared/errors/index.ts';
import { makeReplicator, unlock } from './accounts.ts';
import { addBackupCommands } from './backup-commands.ts';
import { takeCourierBundle } from './courier.ts';
import { importList } from './import.ts';
import { addKeysCommands } from './keys-commands.ts';
import { migrate } from './migrate.ts';
import { init, type InitOptions } from './init.ts';
import { UsageError } from './usage-error.ts';
import { serve } from './serve.ts';

const program = new Command('hoso')
  .description('Máy chủ HoSo: hồ sơ cán bộ, công chức, viên chức')
  .helpOption('-h, --help', 'hiện trợ giúp')
  .helpCommand('help [lệnh]', 'hiện trợ giúp của một lệnh')
  .configureHelp({ styleTitle: vietnameseTitle });

function vietnameseTitle(title: string): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': 'Cách dùng:',
    'Arguments:': 'Tham số:',
    'Options:': 'Tùy chọn:',
    'Commands:': 'Các lệnh:',
  };
  return titles[title] ?? title;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('phải là số từ 0 đến 65535.');
  return port;
}

function addresses(text: string): readonly string[] {
  const given = text.split(',').map((each) => each.trim());
  if (!given.every((each) => isIP(each.replace(/\/\d{1,3}$/, '')) !== 0))
    throw new InvalidArgumentError('phải là các địa chỉ IP, cách nhau bằng dấu phẩy.');
  return given;
}

const data = [
  '--data <thư-mục>',
  'thư mục dữ liệu của máy chủ',
  (path: string) => resolve(path),
] as const;

function command(name: string, description: string, above: Command = program): Command {
  return above
    .command(name)
    .description(description)
    .helpOption('-h, --help', 'hiện trợ giúp')
    .configureHelp({ styleTitle: vietnameseTitle })
    .requiredOption(...data);
}

command('init', 'khởi tạo kho dữ liệu, khóa máy chủ và tài khoản quản trị đầu tiên')
  .option('--province <mã>', 'mã định danh của tỉnh', 'H20')
  .option('--name <tên>', 'tên hiển thị của máy chủ', 'UBND tỉnh')
  .option('--trust <ca.pem>', 'chứng thư gốc được tin cậy để kiểm tra chữ ký số')
  .option('--admin <tên>', 'tên đăng nhập quản trị (mật khẩu: biến HOSO_ADMIN_PASSWORD)', 'quantri')
  .action((options: InitOptions) => init(options));

interface ServeFlags {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly tls?: true | readonly string[];
  readonly restore?: true;
  readonly demo?: true;
  readonly json?: true;
}

command('serve', 'chạy máy chủ (STORE_URL: dùng CouchDB thay cho kho nhúng)')
  .option('--port <số>', 'cổng TCP, 0 để lấy cổng trống', portNumber, 5985)
  .option('--host <địa-chỉ>', 'địa chỉ lắng nghe', '127.0.0.1')
  .option(
    '--tls [proxy]',
    'máy chủ đứng sau proxy TLS ở các địa chỉ này (mặc định: cùng máy)',
    addresses,
  )
  .option('--restore', 'khôi phục: cho tài khoản sao lưu ghi qua /db; đổi epoch')
  .option('--demo', 'dữ liệu trình diễn của tỉnh Đồng Tháp')
  .option('--json', 'dòng đầu tiên của stdout là JSON, nhật ký ra stderr')
  .action(({ tls, restore, demo, json, ...options }: ServeFlags) =>
    serve({
      ...options,
      proxies: tls === true ? ['127.0.0.1', '::1'] : (tls ?? []),
      restore: restore === true,
      demo: demo === true,
      json: json === true,
    }),
  );

interface AccountFlags {
  readonly data: string;
  readonly user: string;
}

command('unlock', 'mở khóa một tài khoản ngay trên máy chủ (ghi vào nhật ký)')
  .requiredOption('--user <tên>', 'tên đăng nhập')
  .action(({ data: dataDir, user }: AccountFlags) => unlock(dataDir, user));

command('replicator', 'cấp tài khoản sao lưu, nhân bản (ghi vào nhật ký)')
  .requiredOption('--user <tên>', 'tên đăng nhập mới')
  .action(({ data: dataDir, user }: AccountFlags) => makeReplicator(dataDir, user));

command('migrate', 'chuyển dữ liệu từ kho nhúng sang CouchDB còn trống ở STORE_URL').action(
  (options: { readonly data: string }) => migrate(options),
);

interface CourierFlags {
  readonly data: string;
  readonly out: string;
  readonly json?: true;
}

interface ImportFlags {
  readonly data: string;
  readonly unit: string;
  readonly as: string;
  readonly dryRun?: true;
  readonly json?: true;
}

command('import', 'nhập danh sách nhân sự từ tệp Excel thành các thay đổi chờ đối chiếu')
  .argument('<tệp.xlsx>', 'tệp danh sách')
  .requiredOption('--unit <mã>', 'mã định danh của đơn vị')
  .requiredOption('--as <tên>', 'tài khoản cán bộ hồ sơ đứng tên trình')
  .option('--dry-run', 'chỉ đọc và báo lỗi, không ghi')
  .option('--json', 'kết quả dạng JSON')
  .action((file: string, { dryRun, json, ...options }: ImportFlags) =>
    importList(resolve(file), { ...options, dryRun: dryRun === true, json: json === true }),
  );

const courier = program
  .command('courier')
  .description('gói dữ liệu chép bằng USB')
  .helpOption('-h, --help', 'hiện trợ giúp')
  .helpCommand('help [lệnh]', 'hiện trợ giúp của một lệnh')
  .configureHelp({ styleTitle: vietnameseTitle });
command('take', 'nhận gói của một đơn vị và tạo gói trả lời', courier)
  .argument('<tệp.hoso-goi>', 'gói do máy của đơn vị tạo ra')
  .requiredOption('--out <tệp.hoso-tra>', 'nơi ghi gói trả lời')
  .option('--json', 'kết quả dạng JSON')
  .action((file: string, { data: dataDir, out, json }: CourierFlags) =>
    takeCourierBundle(resolve(file), { data: dataDir, out: resolve(out), json: json === true }),
  );

const backup = program
  .command('backup')
  .description('sao lưu và phục hồi')
  .helpOption('-h, --help', 'hiện trợ giúp')
  .helpCommand('help [lệnh]', 'hiện trợ giúp của một lệnh')
  .configureHelp({ styleTitle: vietnameseTitle });
addBackupCommands((name, description) => command(name, description, backup));

const keys = program
  .command('keys')
  .description('khóa của các mục nhạy cảm')
  .helpOption('-h, --help', 'hiện trợ giúp')
  .helpCommand('help [lệnh]', 'hiện trợ giúp của một lệnh')
  .configureHelp({ styleTitle: vietnameseTitle });
addKeysCommands((name, description) => command(name, description, keys));

try {
  await program.parseAsync();
} catch (error) {
  const expected = error instanceof UsageError || error instanceof ProblemError;
  process.stderr.write(`${expected ? error.message : describe(error)}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
