/** Tokens and certificates as they cross from the signing process to the window. */
import { z } from 'zod';

export const certificateInfoSchema = z.object({
  /** SHA-256 of the DER certificate, 64 hex digits. */
  sha256: z.string(),
  subject: z.string(),
  commonName: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  notBeforeUtc: z.string(),
  notAfterUtc: z.string(),
  /** keyUsage digitalSignature or nonRepudiation, and not a CA. */
  usableForSigning: z.boolean(),
});
export type CertificateInfo = Readonly<z.infer<typeof certificateInfoSchema>>;

export const tokenInfoSchema = z.object({
  serial: z.string(),
  label: z.string(),
  model: z.string(),
  manufacturer: z.string(),
  pinLow: z.boolean(),
  pinFinal: z.boolean(),
  pinLocked: z.boolean(),
  certificates: z.array(certificateInfoSchema),
});
export type TokenInfo = Readonly<z.infer<typeof tokenInfoSchema>>;
