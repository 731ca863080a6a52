/** Between a run and the thread that holds two of its PCs. */
import type { SessionAccount } from '../../../shared/account/account.ts';
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import type { AtRiskItem, RefusedItem, SyncState } from '../../../renderer/data/port/data-port.ts';
import type { OfficeAct } from '../plan.ts';
import type { Done } from './person.ts';

export interface SeatStart {
  readonly url: string;
  readonly account: SessionAccount;
  readonly token: string;
  readonly commune: string;
  readonly school: string;
  readonly place: number;
  /** Of this PC's line. */
  readonly faults: number;
}

export type OfficeCall =
  | { readonly does: 'makeSigner' }
  | { readonly does: 'open'; readonly seat: number; readonly start: SeatStart }
  | { readonly does: 'act'; readonly seat: number; readonly act: OfficeAct }
  | { readonly does: 'sync' | 'standing' | 'calm'; readonly seat: number }
  /** The run is over: nothing of it stays. */
  | { readonly does: 'end' };

export interface Trust {
  readonly caPem: string;
  readonly certificatePem: string;
}

/** What a PC shows, and what the centre told it. */
export interface Standing {
  readonly state: SyncState;
  readonly changes: readonly Change[];
  readonly dossiers: readonly Dossier[];
  readonly approvals: readonly Approval[];
  readonly refused: readonly RefusedItem[];
  /** What this PC holds and shows as no longer at the centre. */
  readonly lacking: readonly AtRiskItem[];
  /** Ids of changes and approvals that the centre said to have stored; over all restarts. */
  readonly stored: readonly string[];
  readonly errors: readonly string[];
}

export type OfficeAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };
export type { Done };
