/**
 * Bundles on a stick, for features. An office's PC writes what waits and reads the answer; whoever carries a stick
 * hands it in at the centre, in a browser.
 */
import type { TakenBundle } from '../../../shared/contract/courier.ts';
import type { Result } from '../../../shared/errors/index.ts';

/** A bundle that was written on this PC. */
export interface CarriedBundle {
  readonly id: string;
  readonly madeAtUtc: string;
  /** The file's name; null when the program ended while it was written. */
  readonly file: string | null;
  /** Steps in it. */
  readonly steps: number;
  /** Of these, how many wait on this PC still. */
  readonly waiting: number;
  /** `open`: an answer to it can be taken. `overtaken`: this PC has received newer data since. */
  readonly state: 'open' | 'answered' | 'overtaken';
}

export interface CourierStanding {
  /** False: this PC has to sign in over a line once before it can seal anything for the centre. */
  readonly ready: boolean;
  /** Steps that wait, in a bundle or not. */
  readonly waiting: number;
  /** Scans that wait; bundles carry none. */
  readonly scans: number;
  /** Newest first. */
  readonly bundles: readonly CarriedBundle[];
}

/** What an answer brought. */
export interface TakenAnswer {
  readonly madeAtUtc: string;
  /** Steps of the bundle that the centre has. */
  readonly received: number;
  readonly refused: number;
  /** Steps that go with the next bundle or line. */
  readonly again: number;
  /** Dossiers and changes that came. */
  readonly brought: number;
  /** The centre has more than this answer holds: another bundle brings it. */
  readonly more: boolean;
}

export interface OfficeCourier {
  standing(): Promise<CourierStanding>;
  /** Asks the person for a place and writes a bundle there. Null: the person cancelled. */
  write(): Promise<Result<CarriedBundle | null>>;
  /** Asks the person for an answer and takes it in. Null: the person cancelled. */
  read(): Promise<Result<TakenAnswer | null>>;
}

export interface Carrier {
  /** Hands a bundle's text in at the centre; the answer is to be carried back. */
  handIn(text: string): Promise<Result<TakenBundle>>;
}
