/**
 * Scans, for features: added, looked at, and where each one is. Behind it: the main process of the desktop, which
 * keeps them sealed on the disk and sends them, or the centre itself, in a browser.
 */
import type { Problem, Result } from '../../../shared/errors/index.ts';
import type { Evidence, ScanAnnouncement, ScanRef } from '../../../shared/scan/scan.ts';

/** `notHere`: neither on this PC nor, as far as is known, at the centre. `unknown`: nobody could be asked. */
export type ScanPlace = 'onThisDisk' | 'sending' | 'atCentre' | 'refused' | 'notHere' | 'unknown';

export interface ScanState {
  readonly place: ScanPlace;
  /** While it is being sent. */
  readonly percent: number | null;
  readonly problem: Problem | null;
}

/** A scan of which this PC has the only copy: lost if its disk were lost now. */
export interface UnsentScan {
  readonly scan: Evidence;
  /** Where it has to go; null while no submitted change names it. */
  readonly to: Pick<ScanRef, 'unit' | 'dossier'> | null;
  readonly addedAtUtc: string;
  readonly state: ScanState;
}

/** By itself, when there is a line. */
export const willBeSent = ({ to, state }: UnsentScan): boolean =>
  to !== null && state.place !== 'refused';

export interface ScanPort {
  /** Checked and safe where the adapter keeps it: on this disk (local), in this page until it is submitted (remote). */
  add(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<Evidence>>;
  /** Takes away what was added and belongs to no change. */
  remove(sha256: string): Promise<void>;
  /** From now on these belong to a change. Local: durable, and sent in the background. Remote: at the centre. */
  send(scans: readonly ScanAnnouncement[]): Promise<Result<null>>;
  /** The centre was put back to an earlier time: whatever this PC sent is offered again. Durable. */
  reopen(): Promise<Result<null>>;
  /** In the order asked. */
  states(scans: readonly ScanRef[]): Promise<readonly ScanState[]>;
  read(scan: ScanRef): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** What this PC still has to send, what the centre does not take, what was added and not submitted; oldest first. */
  unsent(): Promise<readonly UnsentScan[]>;
}
