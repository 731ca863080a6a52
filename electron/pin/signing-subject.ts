/** The token and certificate asked for, checked before a PIN is asked: a PIN must not be typed in vain. */
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { CertificateInfo, TokenInfo, TokenList } from '../signing/types.ts';

export interface SigningSubject {
  readonly tokenLabel: string;
  readonly certificateName: string;
  /** What to know before typing, or null. */
  readonly warning: string | null;
}

export function findCertificate(
  listed: Result<TokenList>,
  wanted: { readonly tokenSerial: string; readonly certificateSha256: string },
  now: Date,
): Result<SigningSubject> {
  if (!listed.ok) return listed;
  const token = listed.value.find(({ serial }) => serial === wanted.tokenSerial);
  if (!token) return failed('TOKEN_ABSENT');
  if (token.pinLocked) return failed('PIN_LOCKED');
  const certificate = token.certificates.find(({ sha256 }) => sha256 === wanted.certificateSha256);
  if (!certificate) return failed('TOKEN_NO_CERTIFICATE');
  const usable = checkCertificate(certificate, now);
  if (!usable.ok) return usable;
  return done({
    tokenLabel: token.label,
    certificateName: certificate.commonName || certificate.subject,
    warning: warningOf(token),
  });
}

function checkCertificate(certificate: CertificateInfo, now: Date): Result<null> {
  const { usableForSigning, notBeforeUtc, notAfterUtc } = certificate;
  if (!usableForSigning) return failed('CERTIFICATE_NOT_FOR_SIGNING');
  if (now > new Date(notAfterUtc)) {
    return failed('CERTIFICATE_EXPIRED', { notAfter: civilDate(notAfterUtc) });
  }
  if (now < new Date(notBeforeUtc)) {
    return failed('CERTIFICATE_NOT_YET_VALID', { notBefore: civilDate(notBeforeUtc) });
  }
  return done(null);
}

function warningOf({ pinFinal, pinLow }: TokenInfo): string | null {
  if (pinFinal) return 'Chỉ còn MỘT lần thử: nếu nhập sai mã PIN, token sẽ bị khóa.';
  if (pinLow) return 'Đã có lần nhập sai mã PIN. Nhập sai nhiều lần token sẽ bị khóa.';
  return null;
}

const dates = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** dd/mm/yyyy in Vietnam. */
const civilDate = (utc: string): string => dates.format(new Date(utc));
