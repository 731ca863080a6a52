/** The words of `hoso backup`. */
import type { Command } from 'commander';
import {
  backupDrill,
  backupKey,
  backupList,
  backupNow,
  backupRestore,
  backupSwap,
  backupVerify,
  type BackupOptions,
  type RestoreOptions,
  type SwapOptions,
} from './backup.ts';

type Add = (name: string, description: string) => Command;

const to = ['--to <thư-mục>', 'nơi để bản sao lưu (mặc định: biến HOSO_BACKUP_DIR)'] as const;
const set = ['--set <tên>', 'bản sao lưu (mặc định: bản mới nhất)'] as const;

/** @param add makes a command below `backup` that has `--data` */
export function addBackupCommands(add: Add): void {
  add('key', 'tạo khóa sao lưu và in ra một lần để cất giữ').action((options: BackupOptions) =>
    backupKey(options),
  );
  add('now', 'sao lưu ngay, kể cả khi máy chủ đang chạy')
    .option(...to)
    .action((options: BackupOptions) => backupNow(options));
  add('list', 'liệt kê các bản sao lưu')
    .option(...to)
    .action((options: BackupOptions) => backupList(options));
  add('verify', 'đọc lại toàn bộ một bản và kiểm tra từng phần')
    .option(...to)
    .option(...set)
    .action((options: BackupOptions) => backupVerify(options));
  add('drill', 'phục hồi thử vào nơi tạm, so với bản kê và ghi lại kết quả')
    .option(...to)
    .option(...set)
    .action((options: BackupOptions) => backupDrill(options));
  add('restore', 'phục hồi vào một nơi trống (STORE_URL: vào CouchDB trống)')
    .option(...to)
    .option(...set)
    .option('--into <thư-mục>', 'thư mục trống để phục hồi vào')
    .action((options: RestoreOptions) => backupRestore(options));
  add('swap', 'đưa bản đã phục hồi vào thay dữ liệu (máy chủ phải dừng)')
    .requiredOption('--from <thư-mục>', 'thư mục đã phục hồi vào')
    .option('--no-carry', 'không giữ việc thu hồi, khóa, đổi mật khẩu của dữ liệu bị thay thế')
    .action((options: SwapOptions) => backupSwap(options));
}
