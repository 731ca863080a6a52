/**
 * A restore must open nothing that was closed since the snapshot. From the store that is replaced, while nobody works
 * on either: devices that were revoked, accounts that were disabled, passwords that were changed, certificates that
 * were withdrawn. Only closings: nothing is opened, added or given that the snapshot does not have. May be repeated.
 */
import { access } from 'node:fs/promises';
import { openAccountDirectory } from '../accounts/account-directory.ts';
import type { AccountDocument } from '../accounts/account-document.ts';
import { deviceIdOf, openDeviceDirectory } from '../accounts/device-directory.ts';
import { openStore, storeFileOf } from '../documents/open-store.ts';
import type { DocumentStore } from '../store/document-store.ts';

export interface CarriedClosings {
  /** Account names. */
  readonly accounts: readonly string[];
  /** Device ids. */
  readonly devices: readonly string[];
}

async function carryClosings(
  replaced: DocumentStore,
  restored: DocumentStore,
): Promise<CarriedClosings> {
  // Read whole before anything is written: a damaged store changes nothing.
  const later = await openAccountDirectory(replaced).all();
  const revoked = await openDeviceDirectory(replaced).revoked();
  const accounts: string[] = [];
  const devices: string[] = [];
  const directory = openAccountDirectory(restored);
  for (const account of later) {
    const standing = await directory.find(account.account);
    if (!standing || !isLessOpen(account, standing)) continue;
    await directory.update(account.account, (stored) => closedAs(account, stored));
    accounts.push(account.account);
  }
  const registered = openDeviceDirectory(restored);
  for (const device of revoked)
    if (await registered.keepRevoked(device)) devices.push(deviceIdOf(device));
  return { accounts, devices };
}

/**
 * From the folder that is replaced into the one that takes its place.
 * @returns null when the store that is replaced is gone or cannot be read: nothing of it is known then
 */
export async function carryClosingsBetween(
  dataDir: string,
  from: string,
  onUnreadable: (error: unknown) => void,
): Promise<CarriedClosings | null> {
  try {
    // Opening would make one.
    await access(storeFileOf(dataDir));
    const replaced = await openStore({ dataDir });
    try {
      const restored = await openStore({ dataDir: from });
      return await carryClosings(replaced, restored).finally(() => restored.close());
    } finally {
      await replaced.close();
    }
  } catch (error) {
    onUnreadable(error);
    return null;
  }
}

const isNewerPassword = (later: AccountDocument, earlier: AccountDocument): boolean =>
  later.passwordChangedAtUtc > earlier.passwordChangedAtUtc;

const certificatesLeft = (later: AccountDocument, earlier: AccountDocument) =>
  earlier.certificates.filter(({ sha256 }) =>
    later.certificates.some((each) => each.sha256 === sha256),
  );

function isLessOpen(later: AccountDocument, earlier: AccountDocument): boolean {
  return (
    (later.disabled && !earlier.disabled) ||
    isNewerPassword(later, earlier) ||
    certificatesLeft(later, earlier).length < earlier.certificates.length
  );
}

function closedAs(later: AccountDocument, earlier: AccountDocument): AccountDocument {
  const { passwordHash, passwordChangedAtUtc, mustChangePassword } = later;
  const password = { passwordHash, passwordChangedAtUtc, mustChangePassword };
  return {
    ...earlier,
    ...(isNewerPassword(later, earlier) ? password : {}),
    disabled: later.disabled || earlier.disabled,
    certificates: certificatesLeft(later, earlier),
  };
}
