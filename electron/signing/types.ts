/**
 * What crosses a process boundary in signing. No key material: a PIN appears only in a signing
 * request, which goes to the worker process and nowhere else.
 */
import { z } from 'zod';
import { tokenInfoSchema } from '../../shared/contract/signing.ts';

export type { CertificateInfo, TokenInfo } from '../../shared/contract/signing.ts';

/** `z.instanceof(Uint8Array)` would demand a plain ArrayBuffer below, which Buffers do not promise. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const tokenListSchema = z.array(tokenInfoSchema).readonly();
/** The tokens plugged in. A token's lasting name is its serial: slot numbers change at will. */
export type TokenList = z.infer<typeof tokenListSchema>;

export interface SignRequest {
  /** Path of the vendor's PKCS#11 module. */
  readonly module: string;
  readonly tokenSerial: string;
  /** SHA-256 of the certificate's DER form, lower-case hex. */
  readonly certificateSha256: string;
  readonly pin: string;
  /** The bytes to sign; the signature is detached. */
  readonly content: Uint8Array;
}

export const signedCmsSchema = z.object({
  /** CAdES-B, DER. */
  cms: bytesSchema,
  certificateSha256: z.string(),
});
export type SignedCms = Readonly<z.infer<typeof signedCmsSchema>>;
