/**
 * The operating system's own sealing (DPAPI, keychain, libsecret), put on top of the password
 * where it is real. On Linux without a keyring Electron falls back to a password known to everyone
 * ("basic_text"): that is no protection and is not used. Electron's object is given, not imported.
 */

export interface OsSeal {
  readonly available: boolean;
  seal(text: string): Buffer;
  /** `undefined` when this machine account cannot open it (another PC, a lost keyring). */
  open(sealed: Buffer): string | undefined;
}

/** What we use of Electron's safeStorage. Ask only after the app is ready. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

export function osSeal(storage: SafeStorage, platform: string): OsSeal {
  return {
    get available() {
      if (!storage.isEncryptionAvailable()) return false;
      return platform !== 'linux' || storage.getSelectedStorageBackend() !== 'basic_text';
    },
    seal: (text) => storage.encryptString(text),
    open: (sealed) => {
      try {
        return storage.decryptString(sealed);
      } catch {
        // safeStorage has one error for everything: not ours, not available, changed bytes.
        return undefined;
      }
    },
  };
}
