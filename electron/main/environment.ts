/**
 * What the environment may say. HOSO_SERVER_URL: the centre's address for the first start (while
 * developing: for every start). HOSO_PKCS11_MODULE: the token driver while none is set.
 * HOSO_USER_DATA: another data folder, while developing; a packaged program takes Electron's own
 * switch --user-data-dir.
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
  const given = env.HOSO_SERVER_URL ? serverOrigin(env.HOSO_SERVER_URL) : undefined;
  if (!given?.ok) return;
  const kept = settings.current().serverOrigin;
  if (kept === given.value || (packaged && kept !== null)) return;
  await settings.change({ serverOrigin: given.value });
}

export interface ModuleSources {
  readonly env: Environment;
  readonly settings: SettingsStore;
  readonly platform: string;
  readonly exists: (path: string) => boolean;
}

/** A person's choice first, then the environment, then a driver known to be there. */
export function tokenModule({
  env,
  settings,
  platform,
  exists,
}: ModuleSources): string | undefined {
  const configured = settings.current().tokenModule ?? env.HOSO_PKCS11_MODULE;
  return pickModule({ configured, platform, exists });
}
