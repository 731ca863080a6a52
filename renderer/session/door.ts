/**
 * Where the application is opened: the desktop window (bridge, local data) or a browser (HTTP, remote data).
 * Everything that differs between the two places, but for the data port, lies behind this one interface.
 */
import type { SessionAccount } from '../../shared/account/account.ts';
import type { IpcAnswer, LeftSession } from '../../shared/contract/ipc.ts';
import type { Problem, Result } from '../../shared/errors/index.ts';
import type { DataPort, SignText } from '../data/port/data-port.ts';

export type Place = 'desktop' | 'browser';

export interface DoorInfo {
  readonly place: Place;
  readonly version: string;
  /** Address of the centre; null before it was set (desktop only). */
  readonly serverUrl: string | null;
  readonly province: string | null;
  readonly demo: boolean;
  /** Accounts that open without a line on this PC. */
  readonly knownAccounts: readonly { readonly account: string }[];
  /** On a PC: the session that was locked or ran out. */
  readonly left: LeftSession | null;
}

/** Someone is signed in and the data is open. */
export interface OpenSession {
  readonly account: SessionAccount;
  readonly mode: 'online' | 'offline';
  readonly port: DataPort;
  readonly serverName: string;
}

export type TokenReading = IpcAnswer<'signing.tokens'>;

/** The USB token; only the desktop has one. */
export interface TokenSigning {
  tokens(): Promise<Result<TokenReading>>;
  /** A SignText bound to one certificate. Opens the PIN window. */
  signWith(choice: { readonly tokenSerial: string; readonly certificateSha256: string }): SignText;
}

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** After a change of password elsewhere: the one this PC still knows, or that nobody knows it any more. */
export type OldPassword = { readonly oldPassword: string } | { readonly withoutOld: true };

/** Data of this account on this PC that were left behind under a password that nobody knew any more. */
export interface OldData {
  /** When, oldest first. */
  leftAtUtc(): Promise<Result<readonly string[]>>;
  /** The password was found again: the data take the place of what is open. Ends the session; the page goes. */
  bringBack(passwords: {
    readonly password: string;
    readonly oldPassword: string;
  }): Promise<Result<null>>;
}

/** Whether the centre knows this PC. */
export interface PcRegistration {
  /** Why it was not taken in at the last sign-in; null when it was, or when nobody could be asked. */
  problem(): Promise<Problem | null>;
}

export interface Door {
  readonly place: Place;
  readonly signing: TokenSigning | null;
  /** Null in a browser, which keeps nothing. */
  readonly oldData: OldData | null;
  /** Null in a browser, which is no PC of its own. */
  readonly registration: PcRegistration | null;
  info(): Promise<Result<DoorInfo>>;
  /** Sets the address of the centre; only on the desktop. */
  configure(url: string): Promise<Result<DoorInfo>>;
  /** A session that outlived a reload, or null. */
  resume(): Promise<OpenSession | null>;
  signIn(user: string, password: string, old?: OldPassword): Promise<Result<OpenSession>>;
  /** Needs the line. The session as it is then: with an issued password its data is opened anew. */
  changePassword(session: OpenSession, passwords: PasswordChange): Promise<Result<OpenSession>>;
  signOut(session: OpenSession, why: 'signedOut' | 'expired'): Promise<void>;
  /** Locks the program; null where only signing out ends a session (a browser). */
  readonly lock: (() => Promise<void>) | null;
}
