/** Where the sets go when nothing else is said: beside the data folder, never in it. */
import { basename, dirname, join, resolve } from 'node:path';

export function backupPlaceOf(
  dataDir: string,
  given: string | undefined = process.env.HOSO_BACKUP_DIR,
): string {
  if (given !== undefined && given !== '') return resolve(given);
  const folder = resolve(dataDir);
  return join(dirname(folder), `${basename(folder)}-backups`);
}
