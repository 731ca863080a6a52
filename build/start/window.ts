// The desktop window as a child process, on the demonstration's token when there is one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Display } from '../display.ts';
import { electronExecutable } from '../electron-runtime.mjs';
import { startGroup, type ProcessGroup } from '../process-group.ts';
import { demoPkiDir } from '../setup/demo-token.mjs';
import { root } from '../setup/paths.mjs';

const pkiFile = z.object({ module: z.string(), softhsm2Conf: z.string() });

export function openWindow({
  serverUrl,
  userData,
  display,
}: Readonly<{ serverUrl: string; userData: string; display: Display }>): ProcessGroup {
  return startGroup(electronExecutable(), [...electronArguments(display), root], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...display.env,
      ...demoTokenEnv(),
      HOSO_SERVER_URL: serverUrl,
      HOSO_USER_DATA: userData,
    },
  });
}

/** Chromium refuses to sandbox itself as root; a virtual screen has no GPU. */
export function electronArguments({ virtual }: Readonly<{ virtual: boolean }>): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(virtual ? ['--disable-gpu'] : ['--ozone-platform-hint=auto']),
  ];
}

/** Where the demonstration's token is, as the program and SoftHSM want to be told. */
export function demoTokenEnv(): Readonly<Record<string, string>> {
  const file = path.join(demoPkiDir, 'pki.json');
  if (!existsSync(file)) return {};
  const { module, softhsm2Conf } = pkiFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { HOSO_PKCS11_MODULE: module, SOFTHSM2_CONF: softhsm2Conf };
}
