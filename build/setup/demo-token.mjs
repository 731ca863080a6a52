// The demonstration's certificates and software token (SoftHSM): made once, kept in .hoso/demo-pki.
import { existsSync } from 'node:fs';
import { inRoot, localNode } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError } from './setup-error.mjs';

export const demoPkiDir = inRoot('.hoso', 'demo-pki');

export async function demoToken() {
  const maker = inRoot('build', 'demo-pki', 'main.ts');
  if (!existsSync(maker) || existsSync(`${demoPkiDir}/pki.json`)) return undefined;
  const { code, output } = await run(localNode, [maker, demoPkiDir], { timeoutMs: 120_000 });
  if (code === 0) return 'SoftHSM';
  throw new SetupError({
    vi: 'Không tạo được chứng thư và thiết bị ký số trình diễn (SoftHSM).',
    en: 'The demonstration certificates and token (SoftHSM) could not be made.',
    command: 'node_modules/.bin/node build/demo-pki/main.ts .hoso/demo-pki',
    output,
  });
}
