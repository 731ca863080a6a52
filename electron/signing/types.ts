/**
 * What crosses a process boundary about tokens and certificates. Plain data, no key material:
 * a PIN appears only in a signing job, which goes to the worker process and nowhere else.
 */
import { z } from 'zod';

/** `z.instanceof(Uint8Array)` would demand a plain ArrayBuffer below, which Buffers do not promise. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const certificateInfoSchema = z.object({
  /** SHA-256 of the DER form, lower-case hex: the one name of a certificate in this product. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  subject: z.string(),
  commonName: z.string(),
  issuer: z.string(),
  /** Upper-case hex, as on the certificate. */
  serialNumber: z.string(),
  notBeforeUtc: z.iso.datetime(),
  notAfterUtc: z.iso.datetime(),
  /**
   * Issued for signing: key usage, not a CA, a key we can sign with. Says nothing of the dates,
   * so that a list can show an expired certificate with its date instead of hiding it.
   */
  usableForSigning: z.boolean(),
});
export type CertificateInfo = Readonly<z.infer<typeof certificateInfoSchema>>;

export const tokenInfoSchema = z.object({
  /** With the certificate's SHA-256 the lasting name of a token: slot numbers change at will. */
  serial: z.string(),
  label: z.string(),
  model: z.string(),
  manufacturer: z.string(),
  /** A wrong PIN was typed since the last good one. */
  pinLow: z.boolean(),
  /** The next wrong PIN locks the token. */
  pinFinal: z.boolean(),
  pinLocked: z.boolean(),
  certificates: z.array(certificateInfoSchema).readonly(),
});
export type TokenInfo = Readonly<z.infer<typeof tokenInfoSchema>>;

export const tokenListSchema = z.array(tokenInfoSchema).readonly();
export type TokenList = z.infer<typeof tokenListSchema>;

export interface SignRequest {
  /** Path of the vendor's PKCS#11 module. */
  readonly module: string;
  readonly tokenSerial: string;
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
