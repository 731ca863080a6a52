// The desktop window as a child process, on the demonstration's token.
import type { DemoPki } from '../demo-pki/pki.ts';
import type { Display } from '../display.ts';
import { electronExecutable } from '../electron-runtime.mjs';
import { startGroup, type ProcessGroup } from '../process-group.ts';
import { root } from '../setup/paths.mjs';

export function openWindow({
  serverUrl,
  userData,
  display,
  pki,
}: Readonly<{
  serverUrl: string;
  userData: string;
  display: Display;
  pki: DemoPki;
}>): ProcessGroup {
  return startGroup(electronExecutable(), [...electronArguments(display), root], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...display.env,
      HOSO_PKCS11_MODULE: pki.module,
      SOFTHSM2_CONF: pki.softhsmConf,
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
