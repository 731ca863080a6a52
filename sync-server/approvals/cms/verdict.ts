/**
 * The answer of a verification: every check by name, in a fixed order, whether it was reached
 * or not. A signature is good when all of them are; nobody has to know which ones matter.
 */

/** In the order in which they are judged and shown. */
export const cadesCheckNames = [
  /** One CMS SignedData in DER, nothing before or after it. */
  'wellFormed',
  /** The content is not inside: what is judged are the bytes the caller holds. */
  'detached',
  'oneSigner',
  /** contentType and messageDigest are there, each attribute once, with one value. */
  'signedAttributes',
  'signingTimePresent',
  'messageDigest',
  /** The certificate the signature names is in the CMS. */
  'signerCertificate',
  /** SHA-256 or longer; RSA of 2048 bits or more, P-256 or P-384; the whole path. */
  'algorithms',
  'signature',
  /** signing-certificate-v2: the signature was made for this very certificate. */
  'certificateBinding',
  'notAnAuthority',
  'keyUsage',
  /** Up to a root the caller trusts, over CAs only. */
  'chain',
  /** Every certificate of the path was valid when the signer says to have signed, … */
  'validAtSigningTime',
  /** … and at the time the caller names: the signer alone vouches for the other one. */
  'validAtGivenTime',
  'signingTimeNotInFuture',
] as const;
export type CadesCheckName = (typeof cadesCheckNames)[number];

export type CheckOutcome =
  | { readonly ok: true }
  /** A short fixed word for logs and tests, never content of the CMS. */
  | { readonly ok: false; readonly reason: string };

export type CadesCheck = CheckOutcome & { readonly name: CadesCheckName };

export interface CadesSigner {
  /** SHA-256 of the DER form, lower-case hex: compare it with the registered certificate. */
  readonly certificateSha256: string;
  readonly subject: string;
  readonly commonName: string;
  readonly issuer: string;
  /** Upper-case hex. */
  readonly serialNumber: string;
  readonly notBeforeUtc: string;
  readonly notAfterUtc: string;
}

export interface CadesVerdict {
  readonly ok: boolean;
  readonly checks: readonly CadesCheck[];
  /** Who the CMS says has signed. Means nothing unless `ok`. */
  readonly signer?: CadesSigner;
  /** The signer's own claim; bounded from above by `signingTimeNotInFuture` only. */
  readonly signingTimeUtc?: string;
}

export type CheckOutcomes = Partial<Record<CadesCheckName, CheckOutcome>>;

export const passed: CheckOutcome = { ok: true };
export const refused = (reason: string): CheckOutcome => ({ ok: false, reason });
export const outcome = (ok: boolean, reason: string): CheckOutcome =>
  ok ? passed : refused(reason);

export function verdictOf(
  outcomes: CheckOutcomes,
  facts: Pick<CadesVerdict, 'signer' | 'signingTimeUtc'> = {},
): CadesVerdict {
  const checks = cadesCheckNames.map((name) => ({
    name,
    ...(outcomes[name] ?? refused('not-reached')),
  }));
  return { ok: checks.every(({ ok }) => ok), checks, ...facts };
}
