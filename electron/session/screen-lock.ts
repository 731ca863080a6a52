/**
 * Locking: the page is told and may keep what stands in a form, then the keys go and the page is loaded
 * anew, so that nothing that was opened stays in its memory. A page that does not answer is not waited for.
 */
import type { LeftSession } from '../../shared/contract/ipc.ts';
import { offlineLease, offlineLeaseOn } from '../../shared/regulation/offline-lease.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import type { Result } from '../../shared/errors/index.ts';
import type { VaultPasswords } from '../vault/vault-store.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface LockParts {
  readonly keeper: Pick<
    SessionKeeper,
    'current' | 'lock' | 'signOut' | 'confirmedAtUtc' | 'bringBack'
  >;
  /** Ends a signing that is going on. */
  readonly abortSigning: () => void;
  /** Loads the page anew, whatever stands in it. */
  readonly reload: () => void;
  readonly now: () => Date;
  readonly patienceMs?: number;
}

/** Enough to seal a form and to close the database. */
const defaultPatienceMs = 4_000;
/** Within so many days of the end the unlock screen says how long the lease still holds. */
const leaseNoticeDays = 10;

export class ScreenLock {
  readonly #parts: LockParts;
  #left: LeftSession | null = null;
  #announcement = Promise.withResolvers<null>();
  #ready = Promise.withResolvers<null>();
  #locking: Promise<void> | null = null;
  /** Whether the page shows what a session has opened, also when that session is gone. */
  #shown = false;
  /** Whether the page has asked to be told. */
  #listened = false;

  constructor(parts: LockParts) {
    this.#parts = parts;
  }

  /** The session that was left without signing out; the sign-in screen asks for its password. */
  left(): LeftSession | null {
    return this.#left;
  }

  /** Resolves when the page is about to go. */
  announced(): Promise<null> {
    this.#listened = true;
    return this.#announcement.promise;
  }

  /** The page has kept what it had to keep. */
  ready(): void {
    this.#ready.resolve(null);
  }

  /** A new page knows nothing of what was announced to the one before. */
  pageLoaded(): void {
    this.#listened = false;
    this.#announcement = Promise.withResolvers<null>();
    this.#ready = Promise.withResolvers<null>();
    this.#shown = this.#parts.keeper.current() !== null;
  }

  opened(): void {
    this.#left = null;
    this.#shown = true;
  }

  /** Before the page goes: lets it keep what stands in it. */
  async announce(): Promise<void> {
    if (!this.#listened || !this.#parts.keeper.current()) return;
    this.#announcement.resolve(null);
    const patience = Promise.withResolvers<null>();
    const timer = setTimeout(() => {
      patience.resolve(null);
    }, this.#parts.patienceMs ?? defaultPatienceMs);
    await Promise.race([this.#ready.promise, patience.promise]);
    clearTimeout(timer);
  }

  lock(): Promise<void> {
    this.#locking ??= this.#lock().finally(() => {
      this.#locking = null;
    });
    return this.#locking;
  }

  async #lock(): Promise<void> {
    const { keeper, abortSigning, reload } = this.#parts;
    if (!keeper.current() && !this.#shown) return;
    abortSigning();
    await this.announce();
    this.#remember('locked');
    await keeper.lock();
    reload();
  }

  /** `expired`: the same person is asked for the password again. */
  async signOut(why: 'signedOut' | 'expired'): Promise<void> {
    const { keeper, abortSigning, reload } = this.#parts;
    abortSigning();
    if (why === 'expired') this.#remember('expired');
    await keeper.signOut();
    reload();
  }

  /** A vault that was set aside takes its place again: the same person signs in, and it opens. */
  async bringBack(passwords: VaultPasswords): Promise<Result<null>> {
    const { keeper, abortSigning, reload } = this.#parts;
    const before = this.#left;
    this.#remember('broughtBack');
    const brought = await keeper.bringBack(passwords);
    if (!brought.ok) {
      this.#left = before;
      return brought;
    }
    abortSigning();
    reload();
    return brought;
  }

  /** The key of this PC is gone already; the page must not go on with what it has open. */
  revoked(account: string): void {
    this.#parts.abortSigning();
    this.#left = { why: 'revoked', account, leaseDaysLeft: null };
    this.#parts.reload();
  }

  #remember(why: LeftSession['why']): void {
    const { keeper, now } = this.#parts;
    const session = keeper.current()?.session;
    if (!session) return;
    const { account } = session.account;
    this.#left = { why, account, leaseDaysLeft: daysLeft(keeper.confirmedAtUtc(), now()) };
  }
}

/** Null while the end is far. */
function daysLeft(confirmedAtUtc: string | null, now: Date): number | null {
  const nowUtc = now.toISOString();
  const row = offlineLeaseOn(civilDateInVietnam(nowUtc));
  if (confirmedAtUtc === null || offlineLease(row, confirmedAtUtc, nowUtc) !== 'holds') return 0;
  const passedDays = (now.getTime() - Date.parse(confirmedAtUtc)) / 86_400_000;
  const left = Math.max(0, Math.floor(row.value - passedDays));
  return left <= leaseNoticeDays ? left : null;
}
