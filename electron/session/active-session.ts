/** The open session: its vault, and the access token while there is a line. */
import type { DeviceSession } from '../../shared/contract/ipc.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { VaultProfile } from '../vault/vault-file.ts';
import type { DesktopSession } from './centre.ts';
import { databaseName } from './database-name.ts';

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAtUtc: string;
}

export interface Active {
  readonly vault: OpenVault;
  /** Null while the centre has not been reached since unlocking. */
  readonly access: AccessToken | null;
}

export function describe({ vault, access }: Active): DeviceSession {
  const { account, server } = vault.profile();
  return {
    session: { account, server },
    accessToken: access?.accessToken ?? null,
    expiresAtUtc: access?.expiresAtUtc ?? null,
    databaseName: databaseName(vault),
    mode: access ? 'online' : 'offline',
  };
}

export const profileOf = (
  { account, server, refreshToken }: DesktopSession,
  confirmedAtUtc: string,
  keys: Pick<VaultProfile, 'device' | 'centre'>,
): VaultProfile => ({
  account,
  server: { name: server.name, epoch: server.epoch },
  refreshToken,
  confirmedAtUtc,
  device: keys.device,
  centre: keys.centre,
});

export const accessOf = ({ accessToken, expiresAtUtc }: DesktopSession): AccessToken => ({
  accessToken,
  expiresAtUtc,
});
