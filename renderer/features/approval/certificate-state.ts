/** Whether a certificate on a token may sign now, and if not, why. */
import type { CertificateInfo, TokenInfo } from '../../../shared/contract/signing.ts';
import type { TokenReading } from '../../session/index.ts';

export type CertificateFault = 'expired' | 'notYet' | 'notForSigning' | 'locked';

export interface CertificateChoice {
  readonly token: TokenInfo;
  readonly certificate: CertificateInfo;
  readonly fault: CertificateFault | null;
  /** Registered to the signed-in account; the centre refuses others. */
  readonly registered: boolean;
}

export function certificateFault(
  token: TokenInfo,
  certificate: CertificateInfo,
  nowUtc: string,
): CertificateFault | null {
  if (token.pinLocked) return 'locked';
  if (!certificate.usableForSigning) return 'notForSigning';
  if (Date.parse(certificate.notAfterUtc) < Date.parse(nowUtc)) return 'expired';
  return Date.parse(certificate.notBeforeUtc) > Date.parse(nowUtc) ? 'notYet' : null;
}

export function choicesOf(
  reading: TokenReading,
  registered: readonly string[],
  nowUtc: string,
): readonly CertificateChoice[] {
  return reading.tokens.flatMap((token) =>
    token.certificates.map((certificate) => ({
      token,
      certificate,
      fault: certificateFault(token, certificate, nowUtc),
      registered: registered.includes(certificate.sha256),
    })),
  );
}

/** The choice made for the person: the only one that can sign, or the only registered one among them. */
export function obviousChoice(
  choices: readonly CertificateChoice[],
): CertificateChoice | undefined {
  const usable = choices.filter((choice) => choice.fault === null);
  const own = usable.filter((choice) => choice.registered);
  if (own.length === 1) return own[0];
  return usable.length === 1 ? usable[0] : undefined;
}
