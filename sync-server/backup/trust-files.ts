/** The trusted roots lie beside the store; without them approvals are refused, so a set holds them too. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './damage.ts';

export interface TrustFile {
  readonly root: string;
  readonly pem: string;
}

const folderOf = (dataDir: string): string => join(dataDir, 'trust');

export async function readTrustFiles(dataDir: string): Promise<readonly TrustFile[]> {
  const names = await readdir(folderOf(dataDir)).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.pem')).sort();
  return Promise.all(
    files.map(async (root) => ({
      root,
      pem: await readFile(join(folderOf(dataDir), root), 'utf8'),
    })),
  );
}

export async function writeTrustFile(dataDir: string, { root, pem }: TrustFile): Promise<void> {
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 });
  await writeFile(join(folderOf(dataDir), root), pem, { flush: true });
}
