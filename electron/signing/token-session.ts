/**
 * One session with one token: read certificates (no PIN needed), log in, sign, log out.
 * Private keys are not even listed before the login, so "no key" is only believed after it.
 */
import { createHash } from 'node:crypto';
import pkcs11js from 'pkcs11js';
import { ProblemError } from '../../shared/errors/index.ts';
import { ecdsaSignatureToDer, sha256DigestInfo } from './signature-encoding.ts';
import { callToken, closeQuietly } from './token-faults.ts';

/** A certificate object on the token; `keyId` (CKA_ID) ties it to its private key. */
export interface TokenCertificate {
  readonly keyId: Buffer;
  readonly der: Buffer;
}

export interface TokenKey {
  readonly handle: pkcs11js.Handle;
  readonly kind: 'rsa' | 'ec';
}

/** Enough for RSA-8192; the library cuts the answer to its real length. */
const signatureRoomBytes = 1024;
const findBatch = 50;

export class TokenSession {
  readonly #library: pkcs11js.PKCS11;
  readonly #session: pkcs11js.Handle;

  constructor(library: pkcs11js.PKCS11, session: pkcs11js.Handle) {
    this.#library = library;
    this.#session = session;
  }

  certificates(): TokenCertificate[] {
    const found = this.#find([
      { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
      { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
    ]);
    return found.map((object) => ({
      keyId: this.#attribute(object, pkcs11js.CKA_ID),
      der: this.#attribute(object, pkcs11js.CKA_VALUE),
    }));
  }

  /** @param pin `undefined` when the PIN is typed on the reader itself. */
  login(pin: string | undefined): void {
    callToken(() => {
      try {
        this.#library.C_Login(this.#session, pkcs11js.CKU_USER, pin);
      } catch (error) {
        // The driver kept a login of this process: that is what was asked for.
        const already = pkcs11js.CKR_USER_ALREADY_LOGGED_IN;
        if (error instanceof pkcs11js.Pkcs11Error && error.code === already) return;
        throw error;
      }
    });
  }

  /** @throws ProblemError SIGNING_KEY_MISSING; call it after `login`. */
  privateKey(keyId: Buffer): TokenKey {
    const [handle] = this.#find([
      { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY },
      { type: pkcs11js.CKA_ID, value: keyId },
    ]);
    if (handle === undefined) throw new ProblemError('SIGNING_KEY_MISSING');
    // CK_ULONG has 4 bytes on Windows and 8 elsewhere, little-endian on all we run on.
    const keyType = this.#attribute(handle, pkcs11js.CKA_KEY_TYPE).readUInt32LE(0);
    return { handle, kind: keyType === pkcs11js.CKK_EC ? 'ec' : 'rsa' };
  }

  /** SHA-256 signature in X.509 form: PKCS#1 v1.5 for RSA, `ECDSA-Sig-Value` for EC. */
  sign(key: TokenKey, data: Uint8Array): Buffer {
    const hash = createHash('sha256').update(data).digest();
    return key.kind === 'rsa'
      ? this.#signRaw(key, pkcs11js.CKM_RSA_PKCS, sha256DigestInfo(hash))
      : ecdsaSignatureToDer(this.#signRaw(key, pkcs11js.CKM_ECDSA, hash));
  }

  close(): void {
    closeQuietly(() => this.#library.C_Logout(this.#session));
    closeQuietly(() => this.#library.C_CloseSession(this.#session));
  }

  #signRaw(key: TokenKey, mechanism: number, input: Buffer): Buffer {
    return callToken(() => {
      this.#library.C_SignInit(this.#session, { mechanism }, key.handle);
      return this.#library.C_Sign(this.#session, input, Buffer.alloc(signatureRoomBytes));
    });
  }

  #find(template: pkcs11js.Template): pkcs11js.Handle[] {
    return callToken(() => {
      this.#library.C_FindObjectsInit(this.#session, template);
      try {
        const found: pkcs11js.Handle[] = [];
        for (;;) {
          const batch = this.#library.C_FindObjects(this.#session, findBatch);
          if (batch.length === 0) return found;
          found.push(...batch);
        }
      } finally {
        // A search left open would make the next one fail with CKR_OPERATION_ACTIVE.
        closeQuietly(() => this.#library.C_FindObjectsFinal(this.#session));
      }
    });
  }

  #attribute(object: pkcs11js.Handle, type: number): Buffer {
    return callToken(() => {
      const [attribute] = this.#library.C_GetAttributeValue(this.#session, object, [{ type }]);
      return attribute?.value ?? Buffer.alloc(0);
    });
  }
}
