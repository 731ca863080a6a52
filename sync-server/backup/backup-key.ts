/**
 * The key of the backups: 32 random bytes, apart from the server's own keys, so that neither opens the other's
 * secrets. It is never in the store or in a backup; whoever set up the centre keeps it on paper elsewhere.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../shared/errors/index.ts';

export interface BackupKey {
  /** Wraps the data key of each set. */
  readonly wrap: Uint8Array;
  /** Authenticates manifests. */
  readonly mac: Uint8Array;
  /** Tells keys apart without telling anything of them. */
  readonly id: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const keyBytes = 32;
const written = /^[0-9a-f]{64}$/;

/** `HOSO_BACKUP_KEY` itself, else the file that `HOSO_BACKUP_KEY_FILE` names, else `backup-key` in the data folder. */
function keyFileOf(dataDir: string, environment: Environment): string {
  return environment.HOSO_BACKUP_KEY_FILE ?? join(dataDir, 'backup-key');
}

/** @throws ProblemError BACKUP_KEY_MISSING, BACKUP_KEY_UNSOUND */
export async function readBackupKey(
  dataDir: string,
  environment: Environment = process.env,
): Promise<BackupKey> {
  const text = environment.HOSO_BACKUP_KEY ?? (await textOf(keyFileOf(dataDir, environment)));
  if (text === null) throw new ProblemError('BACKUP_KEY_MISSING');
  return backupKeyOf(text);
}

/** Takes the key as it was printed: blanks between its groups do not matter. @throws ProblemError BACKUP_KEY_UNSOUND */
export function backupKeyOf(text: string): BackupKey {
  const digits = text.replaceAll(/\s/g, '').toLowerCase();
  if (!written.test(digits)) throw new ProblemError('BACKUP_KEY_UNSOUND');
  const secret = Buffer.from(digits, 'hex');
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secret, 'hoso-backup', purpose, keyBytes));
  const mac = derive('manifest');
  const id = createHmac('sha256', mac).update('key id').digest('hex').slice(0, 8);
  return { wrap: derive('wrap'), mac, id };
}

/** Makes the key file unless a key is there already. Returns the text to be kept on paper; null: there was one. */
export async function makeBackupKey(
  dataDir: string,
  environment: Environment = process.env,
): Promise<string | null> {
  if (environment.HOSO_BACKUP_KEY !== undefined) return null;
  const digits = randomBytes(keyBytes).toString('hex');
  try {
    await writeFile(keyFileOf(dataDir, environment), `${digits}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  }
  return (digits.match(/.{8}/g) ?? []).join(' ');
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
