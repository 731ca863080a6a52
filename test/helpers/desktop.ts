/** The real desktop window, driven by Playwright. One user-data folder is one office PC. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Display } from '../../build/display.ts';
import { electronExecutable } from '../../build/electron-runtime.mjs';
import { electronArguments } from '../../build/start/window.ts';
import { ensureDemoPki } from '../../build/demo-pki/ensure.ts';
import { inRoot, root } from '../../build/setup/paths.mjs';

// With a wrong fuse a launch hangs until its limit.
const launchMs = 30_000;

export interface Desktop {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly close: () => Promise<void>;
}

export async function openDesktop(options: {
  readonly serverUrl: string;
  readonly userData: string;
  readonly display: Display;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<Desktop> {
  const pki = await ensureDemoPki({ dir: inRoot('.hoso', 'demo-pki') });
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments(options.display), root],
    timeout: launchMs,
    env: {
      ...definedEnv(),
      ...options.display.env,
      HOSO_PKCS11_MODULE: pki.module,
      SOFTHSM2_CONF: pki.softhsmConf,
      HOSO_SERVER_URL: options.serverUrl,
      HOSO_USER_DATA: options.userData,
      ...options.env,
    },
  });
  const window = await app.firstWindow({ timeout: launchMs });
  window.setDefaultTimeout(20_000);
  return { app, window, close: () => closeApp(app) };
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

/** Closes as a person would, who gives up what was not submitted when asked. */
async function closeApp(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 1;
  });
  await app.close();
}
