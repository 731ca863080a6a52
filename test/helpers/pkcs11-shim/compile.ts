/** Compiles the shim with the PKCS#11 headers that pkcs11js brings along. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const source = fileURLToPath(new URL('./shim.c', import.meta.url));

/** @returns the path of the module in `dir`. */
export async function compileShim(dir: string): Promise<string> {
  const pkcs11js = dirname(createRequire(import.meta.url).resolve('pkcs11js'));
  const headers = join(pkcs11js, 'includes', 'pkcs11');
  const out = join(dir, 'shim.so');
  await promisify(execFile)('gcc', ['-shared', '-fPIC', '-I', headers, '-o', out, source, '-ldl']);
  return out;
}

/** The PKCS#11 return values the tests force (PKCS#11 2.40, 11.1). */
export const returnValue = {
  deviceError: 0x30,
  deviceRemoved: 0x32,
  functionCanceled: 0x50,
  pinExpired: 0xa3,
  sessionHandleInvalid: 0xb3,
  tokenNotPresent: 0xe0,
} as const;
