/**
 * The envelope of a bundle: packed, signed by the sender's device (JWS, ES256), then sealed for the receiver
 * (JWE, ECDH-ES with AES-256-GCM). Whoever finds the stick reads nothing, and cannot change a byte unseen.
 * Packing (gzip) is passed in: this runs in the office and at the centre.
 */
import {
  CompactEncrypt,
  CompactSign,
  compactDecrypt,
  compactVerify,
  errors,
  importJWK,
} from 'jose';
import type { PublicKey } from '../contract/public-key.ts';
import { done, failed, type Result } from '../errors/index.ts';

export type PrivateKey = PublicKey & { readonly d: string };

/** A key and the name under which the other side knows it. */
export interface NamedKey<Key> {
  readonly id: string;
  readonly key: Key;
}

/** What the envelope holds; a bundle never opens as an answer. */
export type EnvelopeKind = 'bundle' | 'answer';

const signing = 'ES256';
const agreement = 'ECDH-ES';
const cipher = 'A256GCM';
/** `{"` in base64url: every JWE begins with its header. */
const startOfJwe = 'eyJ';
const partsOfJwe = 5;
const typeOf = (kind: EnvelopeKind): string => `hoso-courier-${kind}`;

export async function sealEnvelope(input: {
  readonly kind: EnvelopeKind;
  readonly packed: Uint8Array;
  readonly signer: NamedKey<PrivateKey>;
  readonly receiver: NamedKey<PublicKey>;
}): Promise<string> {
  const { kind, packed, signer, receiver } = input;
  const typ = typeOf(kind);
  const signed = await new CompactSign(packed)
    .setProtectedHeader({ alg: signing, typ, kid: signer.id })
    .sign(await importJWK(signer.key, signing));
  // A compact JWS is ASCII, so each character is one byte.
  const bytes = Uint8Array.from(signed, (character) => character.charCodeAt(0));
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: agreement, enc: cipher, typ, kid: receiver.id })
    .encrypt(await importJWK(receiver.key, agreement));
}

function asciiOf(bytes: Uint8Array): string {
  const part = 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += part)
    text += String.fromCharCode(...bytes.subarray(at, at + part));
  return text;
}

const damaged = (): Result<never> => failed('COURIER_DAMAGED');

/** Only what jose says about a bad envelope is expected; anything else is a defect. */
function expected(error: unknown): Result<never> {
  if (error instanceof errors.JOSEError || error instanceof TypeError) return damaged();
  throw error;
}

/**
 * Opens an envelope.
 * @param receiver our own key; another receiver's envelope is `COURIER_NOT_FOR_US`
 * @param signerOf the public key of a signer by its name, or why it is not to be trusted
 */
export async function openEnvelope(input: {
  readonly kind: EnvelopeKind;
  readonly text: string;
  readonly receiver: NamedKey<PrivateKey>;
  readonly signerOf: (id: string) => Promise<Result<PublicKey>>;
}): Promise<Result<{ readonly packed: Uint8Array; readonly signer: string }>> {
  const { kind, text, receiver, signerOf } = input;
  if (!text.startsWith(startOfJwe)) return failed('COURIER_WRONG_FILE');
  if (text.split('.').length !== partsOfJwe) return damaged();
  try {
    const key = await importJWK(receiver.key, agreement);
    const meant: { forUs: boolean; kind: boolean } = { forUs: true, kind: true };
    const opened = await compactDecrypt(
      text,
      (header) => {
        meant.forUs = header.kid === receiver.id;
        meant.kind = header.typ === typeOf(kind);
        return key;
      },
      { keyManagementAlgorithms: [agreement], contentEncryptionAlgorithms: [cipher] },
    ).catch((error: unknown) => expected(error));
    if (!meant.kind) return failed('COURIER_WRONG_FILE');
    if (!meant.forUs) return failed('COURIER_NOT_FOR_US');
    if ('ok' in opened) return opened;
    return await openSigned(kind, asciiOf(opened.plaintext), signerOf);
  } catch (error) {
    return expected(error);
  }
}

async function openSigned(
  kind: EnvelopeKind,
  signed: string,
  signerOf: (id: string) => Promise<Result<PublicKey>>,
): Promise<Result<{ readonly packed: Uint8Array; readonly signer: string }>> {
  const signer: { id: string; refused: Result<never> | null } = { id: '', refused: null };
  const verified = await compactVerify(
    signed,
    async ({ kid, typ }) => {
      signer.id = kid ?? '';
      const found = typ === typeOf(kind) ? await signerOf(signer.id) : damaged();
      if (found.ok) return importJWK(found.value, signing);
      signer.refused = found;
      throw new errors.JWSInvalid('the signer is not trusted');
    },
    { algorithms: [signing] },
  ).catch((error: unknown) => expected(error));
  if (signer.refused) return signer.refused;
  if ('ok' in verified) return failed('COURIER_SIGNATURE_BAD');
  return done({ packed: verified.payload, signer: signer.id });
}
