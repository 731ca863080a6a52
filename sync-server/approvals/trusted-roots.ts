/** The root certificates this server trusts for approvals: `trust/*.pem` in the data folder. */
import { X509Certificate } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = 'trust';

/** Every certificate in a text of one or more PEM blocks. @throws Error for a block that is none */
export function certificatesInPem(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

export async function readTrustedRoots(dataDir: string): Promise<readonly Uint8Array[]> {
  const dir = join(dataDir, folder);
  await mkdir(dir, { recursive: true });
  const files = (await readdir(dir)).filter((name) => name.endsWith('.pem')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(dir, name), 'utf8')));
  return texts.flatMap(certificatesInPem).map(({ raw }) => new Uint8Array(raw));
}

/** Trusts the certificates of a PEM text from the next start on. */
export async function trustRoot(dataDir: string, name: string, pem: string): Promise<void> {
  if (certificatesInPem(pem).length === 0) throw new Error('Tệp không có chứng thư số dạng PEM.');
  await mkdir(join(dataDir, folder), { recursive: true });
  await writeFile(join(dataDir, folder, `${name}.pem`), pem);
}
