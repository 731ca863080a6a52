/**
 * A PKCS#11 module (vendor driver) and the tokens it sees. Calls are synchronous and may hang
 * or crash in the vendor's code: use it only in the worker process, for one operation.
 */
import pkcs11js from 'pkcs11js';
import { ProblemError } from '../../shared/errors/index.ts';
import { callToken, closeQuietly } from './token-faults.ts';
import { TokenSession } from './token-session.ts';

export interface TokenSlot {
  readonly handle: pkcs11js.Handle;
  readonly serial: string;
  readonly label: string;
  readonly model: string;
  readonly manufacturer: string;
  readonly pinLow: boolean;
  readonly pinFinal: boolean;
  readonly pinLocked: boolean;
  /** The PIN is typed on the reader, not in our window. */
  readonly pinOnReader: boolean;
}

/** Token texts are padded with blanks by the standard, with zero bytes by some vendors. */
const unpadded = (text: string): string => text.replace(/[\0 ]+$/, '');

export class Pkcs11Module {
  readonly #library: pkcs11js.PKCS11;

  private constructor(library: pkcs11js.PKCS11) {
    this.#library = library;
  }

  /** @throws ProblemError TOKEN_MODULE_BAD when the file is missing or is no PKCS#11 module. */
  static load(path: string): Pkcs11Module {
    const library = new pkcs11js.PKCS11();
    try {
      library.load(path);
    } catch (cause) {
      throw new ProblemError('TOKEN_MODULE_BAD', { module: path }, { cause });
    }
    callToken(() => library.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK }));
    return new Pkcs11Module(library);
  }

  /** Tokens that are plugged in and set up. SoftHSM also shows one empty slot: left out. */
  tokens(): TokenSlot[] {
    const slots = callToken(() => this.#library.C_GetSlotList(true));
    return slots.flatMap((handle) => {
      const info = this.#readableInfo(handle);
      if (info === undefined || !(info.flags & pkcs11js.CKF_TOKEN_INITIALIZED)) return [];
      return [describeSlot(handle, info)];
    });
  }

  /** The flags as they are now: after a wrong PIN they say how many tries are left. */
  refreshed(slot: TokenSlot): TokenSlot {
    return describeSlot(
      slot.handle,
      callToken(() => this.#library.C_GetTokenInfo(slot.handle)),
    );
  }

  openSession(slot: TokenSlot): TokenSession {
    const session = callToken(() =>
      this.#library.C_OpenSession(slot.handle, pkcs11js.CKF_SERIAL_SESSION),
    );
    return new TokenSession(this.#library, session);
  }

  /** `undefined` for a card the driver does not know: it must not hide the token beside it. */
  #readableInfo(handle: pkcs11js.Handle): pkcs11js.TokenInfo | undefined {
    try {
      return callToken(() => this.#library.C_GetTokenInfo(handle));
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'TOKEN_REMOVED') return undefined;
      throw error;
    }
  }

  close(): void {
    closeQuietly(() => this.#library.C_Finalize());
    closeQuietly(() => this.#library.close());
  }
}

function describeSlot(handle: pkcs11js.Handle, info: pkcs11js.TokenInfo): TokenSlot {
  const has = (flag: number): boolean => (info.flags & flag) !== 0;
  return {
    handle,
    serial: unpadded(info.serialNumber),
    label: unpadded(info.label),
    model: unpadded(info.model),
    manufacturer: unpadded(info.manufacturerID),
    pinLow: has(pkcs11js.CKF_USER_PIN_COUNT_LOW),
    pinFinal: has(pkcs11js.CKF_USER_PIN_FINAL_TRY),
    pinLocked: has(pkcs11js.CKF_USER_PIN_LOCKED),
    pinOnReader: has(pkcs11js.CKF_PROTECTED_AUTHENTICATION_PATH),
  };
}
