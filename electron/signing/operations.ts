/**
 * What the worker process does: list the tokens, or sign once. Runs in any Node process.
 * Everything that can be known without the PIN is checked before the PIN is used: a wrong or
 * useless attempt costs one of the three tries a token allows.
 */
import { verify } from 'node:crypto';
import { done, failed, ProblemError, type Result } from '../../shared/errors/index.ts';
import { issuerChain, readCertificate, type ReadCertificate } from './certificate.ts';
import { signCms } from './cms-sign.ts';
import type { ListJob, SignJob } from './messages.ts';
import { Pkcs11Module, type TokenSlot } from './pkcs11.ts';
import type { TokenCertificate, TokenSession } from './token-session.ts';
import type { CertificateInfo, SignedCms, TokenInfo, TokenList } from './types.ts';

export function listTokens(job: ListJob): Promise<Result<TokenList>> {
  return withModule(job.module, (module) =>
    module.tokens().map((slot) => describeToken(module, slot)),
  );
}

export function signContent(job: SignJob, now: () => Date): Promise<Result<SignedCms>> {
  return withModule(job.module, async (module) => {
    const slot = module.tokens().find((each) => each.serial === job.tokenSerial);
    if (slot === undefined) throw new ProblemError('TOKEN_ABSENT');
    if (slot.pinLocked) throw new ProblemError('PIN_LOCKED');
    const session = module.openSession(slot);
    try {
      const chosen = chooseCertificate(session, job.certificateSha256);
      const signedAt = now();
      requireValid(chosen.certificate.info, signedAt);
      login(module, slot, session, job.pin);
      const cms = await signWithToken(session, chosen, job.content, signedAt);
      return { cms, certificateSha256: chosen.certificate.info.sha256 };
    } finally {
      session.close();
    }
  });
}

/** The edge of this layer: a fault of the catalogue leaves as a value, a bug as an exception. */
async function withModule<T>(
  path: string,
  use: (module: Pkcs11Module) => T | Promise<T>,
): Promise<Result<T>> {
  let module: Pkcs11Module | undefined;
  try {
    module = Pkcs11Module.load(path);
    return done(await use(module));
  } catch (error) {
    if (error instanceof ProblemError) return failed(error.code, error.problem.details);
    throw error;
  } finally {
    module?.close();
  }
}

function describeToken(module: Pkcs11Module, slot: TokenSlot): TokenInfo {
  const session = module.openSession(slot);
  try {
    const { serial, label, model, manufacturer, pinLow, pinFinal, pinLocked } = slot;
    const certificates = readAll(session.certificates()).map(({ read }) => read.info);
    return { serial, label, model, manufacturer, pinLow, pinFinal, pinLocked, certificates };
  } finally {
    session.close();
  }
}

interface OnToken {
  readonly stored: TokenCertificate;
  readonly read: ReadCertificate;
}

const readAll = (stored: readonly TokenCertificate[]): readonly OnToken[] =>
  stored.flatMap((each) => {
    const read = readCertificate(each.der);
    return read === undefined ? [] : [{ stored: each, read }];
  });

interface ChosenCertificate {
  readonly keyId: Buffer;
  readonly certificate: ReadCertificate;
  readonly chain: readonly ReadCertificate[];
}

function chooseCertificate(session: TokenSession, sha256: string): ChosenCertificate {
  const onToken = readAll(session.certificates());
  const chosen = onToken.find(({ read }) => read.info.sha256 === sha256);
  if (chosen === undefined) throw new ProblemError('TOKEN_NO_CERTIFICATE');
  const all = onToken.map(({ read }) => read);
  return {
    keyId: chosen.stored.keyId,
    certificate: chosen.read,
    chain: issuerChain(chosen.read, all),
  };
}

/** dd/mm/yyyy in Vietnam, as the message shows it. */
const shownDate = (utc: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(utc));

function requireValid(certificate: CertificateInfo, at: Date): void {
  if (!certificate.usableForSigning) throw new ProblemError('CERTIFICATE_NOT_FOR_SIGNING');
  if (at < new Date(certificate.notBeforeUtc)) {
    const notBefore = shownDate(certificate.notBeforeUtc);
    throw new ProblemError('CERTIFICATE_NOT_YET_VALID', { notBefore });
  }
  if (at > new Date(certificate.notAfterUtc)) {
    const notAfter = shownDate(certificate.notAfterUtc);
    throw new ProblemError('CERTIFICATE_EXPIRED', { notAfter });
  }
}

function login(module: Pkcs11Module, slot: TokenSlot, session: TokenSession, pin: string): void {
  try {
    session.login(slot.pinOnReader ? undefined : pin);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'PIN_WRONG') throw error;
    const after = module.refreshed(slot);
    if (after.pinLocked) throw new ProblemError('PIN_LOCKED', undefined, { cause: error });
    if (after.pinFinal) throw new ProblemError('PIN_LAST_TRY', undefined, { cause: error });
    throw error;
  }
}

function signWithToken(
  session: TokenSession,
  { keyId, certificate, chain }: ChosenCertificate,
  content: Uint8Array,
  signedAt: Date,
): Promise<Uint8Array> {
  const key = session.privateKey(keyId);
  return signCms({
    content,
    certificate: certificate.der,
    chain: chain.map(({ der }) => der),
    signedAt,
    sign: (bytes) => {
      const signature = session.sign(key, bytes);
      // A token renewed by hand may keep the old key under the new certificate's id. Such a
      // signature would only be refused weeks later, by the server.
      if (!verify('sha256', bytes, certificate.x509.publicKey, signature)) {
        throw new ProblemError('SIGNING_KEY_MISSING');
      }
      return signature;
    },
  });
}
