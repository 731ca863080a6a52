/** OpenSSL's opinion of a signature: written by other people, from the same standards. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Judged {
  readonly ok: boolean;
  readonly output: string;
}

export interface ToJudge {
  readonly dir: string;
  readonly cms: Uint8Array;
  readonly content: Uint8Array;
  readonly caPem: string;
}

export async function judgeByOpenssl({ dir, cms, content, caPem }: ToJudge): Promise<Judged> {
  const path = (name: string): string => join(dir, `judge-${name}`);
  await writeFile(path('cms'), cms);
  await writeFile(path('content'), content);
  await writeFile(path('ca.pem'), caPem);
  const input = ['-in', path('cms'), '-content', path('content'), '-CAfile', path('ca.pem')];
  return openssl(
    ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', ...input].concat([
      '-out',
      path('out'),
    ]),
  );
}

export async function openssl(args: readonly string[]): Promise<Judged> {
  try {
    const { stdout, stderr } = await run('openssl', [...args]);
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}
