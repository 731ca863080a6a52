/**
 * Who is signed in on this PC. Invariants: one thing at a time (a queue); the data key and the
 * access token live in memory only; a rotated refresh token is on the disk before anyone uses the
 * answer it came with; the centre's "no" is never answered by unlocking offline; without any word
 * of the centre unlocking ends with the lease.
 */
import type { DeviceSession } from '../../shared/contract/ipc.ts';
import { done, failed, type Problem, type Result } from '../../shared/errors/index.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';
import { queue } from '../disk/queue.ts';
import { newDevice } from '../vault/device.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { TryDelay } from '../vault/try-delay.ts';
import { vaultId, type VaultOwner } from '../vault/vault-file.ts';
import type { VaultPasswords, VaultStore } from '../vault/vault-store.ts';
import { accessOf, describe, profileOf, type AccessToken, type Active } from './active-session.ts';
import { keepCentreKeys, keepCentreWord } from './centre-word.ts';
import type { Centre, Credentials, DesktopSession } from './centre.ts';
import { guardedTry, unlockOffline } from './guarded-try.ts';
import { changePassword } from './change-password.ts';
import { registerDevice } from './register-device.ts';
import { renewAccess } from './renew-access.ts';
import { vaultForSession, type OldPassword } from './session-vault.ts';

export interface SessionDeps {
  readonly centre: Centre;
  readonly vaults: VaultStore;
  readonly tries: TryDelay;
  /** The wall clock. */
  readonly now: () => Date;
  readonly serverOrigin: () => string | null;
  readonly hostName: string;
  /** The key of the session that was open is gone; what the page shows must go, too. */
  readonly onRevoked: (account: string) => void;
}

export class SessionKeeper {
  readonly #deps: SessionDeps;
  readonly #inTurn = queue();
  #active: Active | null = null;
  /** The vault whose key the page has had. */
  #keyTakenOf: OpenVault | null = null;
  #refreshing: Promise<Result<AccessToken>> | null = null;
  /** Why the centre did not take this PC in at the last sign-in. */
  #notRegistered: Problem | null = null;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
  }

  /** What is open now; null when nobody is signed in. */
  current(): DeviceSession | null {
    return this.#active && describe(this.#active);
  }

  /** The vault that is open; its keys are for the main process alone. */
  vault(): OpenVault | null {
    return this.#active?.vault ?? null;
  }

  /** At the centre; by the vault alone only when the centre cannot be reached. */
  signIn(credentials: Credentials & OldPassword): Promise<Result<DeviceSession>> {
    return this.#inTurn(() => this.#signIn(credentials));
  }

  /** The key of what the page writes. Given once to a page and session: a script that came later asks in vain. */
  takeDataKey(): Result<Buffer> {
    const vault = this.#active?.vault;
    if (!vault) return failed('SESSION_EXPIRED');
    if (vault === this.#keyTakenOf) return failed('FORBIDDEN');
    this.#keyTakenOf = vault;
    return done(vault.keyFor('hoso local database'));
  }

  /** A new page has nothing of what the one before had. */
  pageLoaded(): void {
    this.#keyTakenOf = null;
  }

  /** A fresh access token. Callers at the same time share one request. */
  token(): Promise<Result<AccessToken>> {
    this.#refreshing ??= this.#inTurn(() => this.#refresh()).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** At the centre first; then the vault gets a new wrap of the same data key. */
  changePassword(current: string, next: string): Promise<Result<DeviceSession>> {
    return this.#inTurn(() => this.#changePassword(current, next));
  }

  signOut(): Promise<void> {
    return this.#inTurn(() => this.#signOut());
  }

  /** Why this PC is not known to the centre; null when it is, or when nobody asked. Waits for what is under way. */
  registrationProblem(): Promise<Problem | null> {
    return this.#inTurn(() => Promise.resolve(this.#active && this.#notRegistered));
  }

  /** When vaults of the open account were set aside on this PC, oldest first. */
  async aside(): Promise<readonly string[]> {
    const owner = this.#active?.vault.owner;
    return owner ? this.#deps.vaults.aside(owner) : [];
  }

  /** What was set aside takes the place of what is open; the session ends, the next one opens it. */
  bringBack(passwords: VaultPasswords): Promise<Result<null>> {
    return this.#inTurn(() => this.#bringBack(passwords));
  }

  /** When the centre last answered with a session, by this PC's clock. */
  confirmedAtUtc(): string | null {
    return this.#active?.vault.profile().confirmedAtUtc ?? null;
  }

  /** Wipes the keys; the session at the centre stays, its refresh token sealed on the disk. */
  lock(): Promise<void> {
    return this.#inTurn(() => {
      this.close();
      return Promise.resolve();
    });
  }

  /** At the end of the program: wipes the keys; the refresh token stays sealed on the disk. */
  close(): void {
    this.#active?.vault.close();
    this.#active = null;
  }

  async #signIn({
    user,
    password,
    ...old
  }: Credentials & OldPassword): Promise<Result<DeviceSession>> {
    const origin = this.#deps.serverOrigin();
    if (origin === null) return failed('SERVER_ADDRESS_INVALID');
    // The server folds user names the same way.
    const owner = { serverOrigin: origin, account: foldText(user) };
    const device = await this.#deps.vaults.deviceOf(owner);
    const credentials = { user, password, ...(device !== null && { device }) };
    const answer = await this.#deps.centre.signIn(origin, credentials);
    switch (answer.kind) {
      case 'answered':
        return this.#begin(origin, answer.value, { password, ...old });
      case 'refused':
        if (answer.problem.code === 'DEVICE_REVOKED') await this.#destroy(owner);
        return { ok: false, problem: answer.problem };
      case 'unreachable':
        return this.#unlock(owner, password);
    }
  }

  async #begin(
    origin: string,
    session: DesktopSession,
    passwords: OldPassword & { readonly password: string },
  ): Promise<Result<DeviceSession>> {
    const owner = { serverOrigin: origin, account: session.account.account };
    const made = await vaultForSession(this.#deps.vaults, {
      owner,
      ...passwords,
      profile: profileOf(session, this.#nowUtc(), {
        device: newDevice(this.#deps.hostName),
        centre: null,
      }),
    });
    if (!made.ok) {
      void this.#revoke(owner, session.refreshToken, accessOf(session));
      return made;
    }
    const { vault, forgotten } = made.value;
    this.#deps.tries.right(vaultId(owner));
    const before = this.#active;
    this.#replace({ vault, access: accessOf(session) });
    // Sessions that nobody holds any more would live on at the centre. Not waited for: the new one is good.
    const token = before?.vault.profile().refreshToken ?? null;
    if (before && token !== null) void this.#revoke(before.vault.owner, token, before.access);
    if (forgotten !== null && forgotten !== token) void this.#revoke(owner, forgotten, null);
    void this.#inTurn(() => this.#registerDevice());
    return done(describe({ vault, access: accessOf(session) }));
  }

  async #unlock(owner: VaultOwner, password: string): Promise<Result<DeviceSession>> {
    const opened = await unlockOffline({ ...this.#deps, nowUtc: this.#nowUtc() }, owner, password);
    if (!opened.ok) return opened;
    const next = { vault: opened.value, access: null };
    this.#replace(next);
    return done(describe(next));
  }

  async #refresh(): Promise<Result<AccessToken>> {
    const active = this.#active;
    if (!active) return failed('SESSION_EXPIRED');
    const { centre } = this.#deps;
    const { access, outcome } = await renewAccess({ centre, nowUtc: () => this.#nowUtc() }, active);
    if (access !== undefined) this.#active = { vault: active.vault, access };
    if (!outcome.ok && outcome.problem.code === 'DEVICE_REVOKED')
      await this.#destroy(active.vault.owner);
    return outcome;
  }

  async #changePassword(current: string, next: string): Promise<Result<DeviceSession>> {
    // A fresh token, so that a 401 can only mean the current password.
    const access = await this.#refresh();
    const active = this.#active;
    if (!access.ok) return access;
    if (!active) return failed('SESSION_EXPIRED');
    const { accessToken } = access.value;
    const passwords = { accessToken, current, next };
    const changed = await changePassword(this.#deps.centre, active.vault, passwords);
    if (!changed.ok) return changed;
    void this.#inTurn(() => this.#registerDevice());
    return done(describe(active));
  }

  async #registerDevice(): Promise<void> {
    const active = this.#active;
    if (!active) return;
    const registration = await registerDevice(this.#deps.centre, active);
    if (registration.is === 'left') return;
    this.#notRegistered = registration.is === 'refused' ? registration.problem : null;
    if (registration.is === 'done') {
      // Signed out or locked while the centre was asked: the next sign-in asks again.
      if (this.#active?.vault === active.vault)
        await keepCentreKeys(active.vault, registration.keys);
    } else if (registration.problem.code === 'DEVICE_REVOKED')
      await this.#destroy(active.vault.owner);
  }

  /** A signed answer that was carried here on a stick is the centre's word as well: the lease goes on from it. */
  centreSpoke(atUtc: string): Promise<void> {
    return this.#inTurn(async () => {
      const vault = this.#active?.vault;
      if (vault) await keepCentreWord(vault, atUtc, this.#nowUtc());
    });
  }

  /** The centre has taken this PC's rights away: the key goes, and with it all that is sealed here. */
  async #destroy(owner: VaultOwner): Promise<void> {
    const wasOpen = this.#active !== null && vaultId(this.#active.vault.owner) === vaultId(owner);
    if (wasOpen) this.close();
    await this.#deps.vaults.destroy(owner);
    if (wasOpen) this.#deps.onRevoked(owner.account);
  }

  async #bringBack(passwords: VaultPasswords): Promise<Result<null>> {
    const leaving = this.#active;
    if (!leaving) return failed('SESSION_EXPIRED');
    const { tries, vaults } = this.#deps;
    const { owner } = leaving.vault;
    const { refreshToken } = leaving.vault.profile();
    const brought = await guardedTry(tries, owner, () => vaults.bringBack(owner, passwords));
    if (!brought.ok) return brought;
    // At once: another write of the vault that was open would undo the exchange.
    this.close();
    if (refreshToken !== null) void this.#revoke(owner, refreshToken, leaving.access);
    return brought;
  }

  async #signOut(): Promise<void> {
    const leaving = this.#active;
    if (!leaving) return;
    this.#active = null;
    const { vault, access } = leaving;
    const { refreshToken } = vault.profile();
    try {
      await vault.saveProfile({ ...vault.profile(), refreshToken: null });
    } finally {
      vault.close();
    }
    if (refreshToken !== null) await this.#revoke(vault.owner, refreshToken, access);
  }

  /** Best effort: without a line the token, gone from this disk, ends by its own date. */
  async #revoke(
    { serverOrigin }: VaultOwner,
    refreshToken: string,
    access: AccessToken | null,
  ): Promise<void> {
    const accessToken = access?.accessToken ?? null;
    await this.#deps.centre.signOut(serverOrigin, { accessToken, refreshToken });
  }

  #nowUtc(): string {
    return this.#deps.now().toISOString();
  }

  #replace(next: Active): void {
    this.#active?.vault.close();
    this.#active = next;
    this.#notRegistered = null;
  }
}
