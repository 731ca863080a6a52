/** Sets up SoftHSM tokens: initialise, make a key pair on the token, write a certificate. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import pkcs11js from 'pkcs11js';

const moduleCandidates: readonly string[] = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
  'C:\\SoftHSM2\\lib\\softhsm2-x64.dll',
];

/** `undefined` where SoftHSM is not installed. SOFTHSM2_MODULE names it in an unusual place. */
export function findSoftHsm(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env.SOFTHSM2_MODULE;
  return moduleCandidates.find((path) => existsSync(path)) ?? (named || undefined);
}

export const softHsmConf = (tokenDir: string): string =>
  [
    `directories.tokendir = ${tokenDir}`,
    'objectstore.backend = file',
    'log.level = ERROR',
    '',
  ].join('\n');

/** `C_InitToken` wants exactly 32 bytes, padded with blanks. */
function paddedLabel(label: string): string {
  const room = 32 - Buffer.byteLength(label);
  if (room < 0) throw new RangeError(`token label longer than 32 bytes: ${label}`);
  return label + ' '.repeat(room);
}

const soPin = 'demo-so-pin';

export class SoftHsm {
  readonly #library = new pkcs11js.PKCS11();

  /** SoftHSM reads SOFTHSM2_CONF here: it must be in the environment the process began with. */
  constructor(module: string) {
    this.#library.load(module);
    this.#library.C_Initialize();
  }

  close(): void {
    this.#library.C_Finalize();
    this.#library.close();
  }

  /** Makes a token and leaves a session open on it, logged in as its user. */
  createToken(label: string, pin: string): OpenToken {
    const library = this.#library;
    const free = this.#slot((info) => !(info.flags & pkcs11js.CKF_TOKEN_INITIALIZED));
    library.C_InitToken(free, soPin, paddedLabel(label));
    // Initialising gives the token a serial, and SoftHSM derives a new slot number from it.
    const slot = this.#slot((info) => info.label.trimEnd() === label);
    const serial = library.C_GetTokenInfo(slot).serialNumber.trimEnd();
    const flags = pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION;
    const session = library.C_OpenSession(slot, flags);
    library.C_Login(session, pkcs11js.CKU_SO, soPin);
    library.C_InitPIN(session, pin);
    library.C_Logout(session);
    library.C_Login(session, pkcs11js.CKU_USER, pin);
    return new OpenToken(library, session, serial);
  }

  #slot(wanted: (info: pkcs11js.TokenInfo) => boolean): pkcs11js.Handle {
    const slots = this.#library.C_GetSlotList(true);
    const slot = slots.find((each) => wanted(this.#library.C_GetTokenInfo(each)));
    if (slot === undefined) throw new Error('SoftHSM has no such slot');
    return slot;
  }
}

export class OpenToken {
  readonly serial: string;
  readonly #library: pkcs11js.PKCS11;
  readonly #session: pkcs11js.Handle;

  constructor(library: pkcs11js.PKCS11, session: pkcs11js.Handle, serial: string) {
    this.#library = library;
    this.#session = session;
    this.serial = serial;
  }

  /** The private key is made on the token and cannot leave it. */
  generateKey(kind: 'rsa-2048' | 'p-256', id: Buffer): KeyObject {
    const rsa = kind === 'rsa-2048';
    const mechanism = rsa ? pkcs11js.CKM_RSA_PKCS_KEY_PAIR_GEN : pkcs11js.CKM_EC_KEY_PAIR_GEN;
    const { publicKey } = this.#library.C_GenerateKeyPair(
      this.#session,
      { mechanism },
      [
        { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PUBLIC_KEY },
        { type: pkcs11js.CKA_TOKEN, value: true },
        { type: pkcs11js.CKA_VERIFY, value: true },
        { type: pkcs11js.CKA_ID, value: id },
        ...(rsa ? rsaParameters : ecParameters),
      ],
      [
        { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY },
        { type: pkcs11js.CKA_TOKEN, value: true },
        { type: pkcs11js.CKA_PRIVATE, value: true },
        { type: pkcs11js.CKA_SENSITIVE, value: true },
        { type: pkcs11js.CKA_EXTRACTABLE, value: false },
        { type: pkcs11js.CKA_SIGN, value: true },
        { type: pkcs11js.CKA_ID, value: id },
      ],
    );
    return rsa ? this.#rsaPublicKey(publicKey) : this.#ecPublicKey(publicKey);
  }

  writeCertificate(id: Buffer, label: string, der: Uint8Array, subject: Uint8Array): void {
    this.#library.C_CreateObject(this.#session, [
      { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
      { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
      { type: pkcs11js.CKA_TOKEN, value: true },
      { type: pkcs11js.CKA_PRIVATE, value: false },
      { type: pkcs11js.CKA_ID, value: id },
      { type: pkcs11js.CKA_LABEL, value: label },
      { type: pkcs11js.CKA_SUBJECT, value: Buffer.from(subject) },
      { type: pkcs11js.CKA_VALUE, value: Buffer.from(der) },
    ]);
  }

  close(): void {
    this.#library.C_Logout(this.#session);
    this.#library.C_CloseSession(this.#session);
  }

  #rsaPublicKey(key: pkcs11js.Handle): KeyObject {
    const n = this.#attribute(key, pkcs11js.CKA_MODULUS).toString('base64url');
    const e = this.#attribute(key, pkcs11js.CKA_PUBLIC_EXPONENT).toString('base64url');
    return createPublicKey({ format: 'jwk', key: { kty: 'RSA', n, e } });
  }

  /** CKA_EC_POINT is an OCTET STRING (2 bytes of header) around `04 || x || y`. */
  #ecPublicKey(key: pkcs11js.Handle): KeyObject {
    const point = this.#attribute(key, pkcs11js.CKA_EC_POINT).subarray(3);
    const x = point.subarray(0, 32).toString('base64url');
    const y = point.subarray(32).toString('base64url');
    return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  }

  #attribute(object: pkcs11js.Handle, type: number): Buffer {
    const [attribute] = this.#library.C_GetAttributeValue(this.#session, object, [{ type }]);
    if (attribute === undefined) throw new Error(`attribute ${type} is not on the token`);
    return attribute.value;
  }
}

const rsaParameters: pkcs11js.Template = [
  { type: pkcs11js.CKA_MODULUS_BITS, value: 2048 },
  { type: pkcs11js.CKA_PUBLIC_EXPONENT, value: Buffer.from([1, 0, 1]) },
];

/** The OID of prime256v1, DER. */
const ecParameters: pkcs11js.Template = [
  { type: pkcs11js.CKA_EC_PARAMS, value: Buffer.from('06082a8648ce3d030107', 'hex') },
];
