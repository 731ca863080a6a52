/**
 * What the environment may say, while developing. HOSO_SERVER_URL: the centre's address for this
 * start. HOSO_PKCS11_MODULE: the token driver while none is set. HOSO_USER_DATA: another data folder.
 * HOSO_FAULT_AT: where a test has the program die (electron/fault-points.ts).
 * A packaged program reads none of them: whoever can set a variable of the person's session could
 * have passwords sent elsewhere and code of their own loaded. It takes Electron's own switch
 * --user-data-dir, and its settings.
 */
import { pickModule } from '../signing/known-modules.ts';
import { serverOrigin } from '../session/server-address.ts';
import type { SettingsStore } from '../settings/settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export function userDataFolder(env: Environment, packaged: boolean): string | undefined {
  return packaged ? undefined : env.HOSO_USER_DATA || undefined;
}

/** Puts the address of the environment into the settings where it applies. */
export async function takeServerAddress(
  env: Environment,
  packaged: boolean,
  settings: SettingsStore,
): Promise<void> {
  if (packaged) return;
  const given = env.HOSO_SERVER_URL ? serverOrigin(env.HOSO_SERVER_URL) : undefined;
  if (!given?.ok) return;
  if (settings.current().serverOrigin === given.value) return;
  await settings.change({ serverOrigin: given.value });
}

export interface ModuleSources {
  readonly env: Environment;
  readonly packaged: boolean;
  readonly settings: SettingsStore;
  readonly platform: string;
  readonly exists: (path: string) => boolean;
}

/** A person's choice first, then the environment (while developing), then a driver known to be there. */
export function tokenModule({
  env,
  packaged,
  settings,
  platform,
  exists,
}: ModuleSources): string | undefined {
  const given = packaged ? undefined : env.HOSO_PKCS11_MODULE;
  const configured = settings.current().tokenModule ?? given;
  return pickModule({ configured, platform, exists });
}
