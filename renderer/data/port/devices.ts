/** PCs that may open an account; kept at the centre, so each question needs the line. */
import type { ManagedAccount } from '../../../shared/contract/accounts.ts';
import type { Device } from '../../../shared/contract/devices.ts';
import type { Result } from '../../../shared/errors/index.ts';

export interface Devices {
  /** One's own, or those of an account that one manages. */
  list(account?: string): Promise<readonly Device[]>;
  rename(id: string, name: string): Promise<Result<Device>>;
  /** Ends its sessions; at its next word with the centre it destroys its key. */
  revoke(id: string): Promise<Result<Device>>;
  /** Accounts in a unit's subtree, for those who manage them. */
  people(unit: string): Promise<readonly ManagedAccount[]>;
}
