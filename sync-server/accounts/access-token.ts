/** Access tokens: JWT, HS256, ten minutes, naming account and session. Revocation is asked of the session. */
import { jwtVerify, SignJWT, errors } from 'jose';
import { ProblemError } from '../../shared/errors/index.ts';

export interface AccessClaims {
  readonly account: string;
  readonly session: string;
  readonly expiresAtMs: number;
}

export const accessTokenMs = 10 * 60 * 1000;
const issuer = 'hoso';

export async function signAccessToken(key: Uint8Array, claims: AccessClaims): Promise<string> {
  return new SignJWT({ sid: claims.session })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setSubject(claims.account)
    .setIssuedAt()
    .setExpirationTime(Math.floor(claims.expiresAtMs / 1000))
    .sign(key);
}

/** @throws ProblemError SESSION_EXPIRED for anything that is not a token of ours in its time */
async function verifyAccessToken(
  key: Uint8Array,
  token: string,
  nowMs: number,
): Promise<AccessClaims> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer,
      currentDate: new Date(nowMs),
      requiredClaims: ['sub', 'sid', 'exp'],
    });
    const { sub, sid, exp } = payload;
    if (typeof sub !== 'string' || typeof sid !== 'string' || exp === undefined)
      throw new ProblemError('SESSION_EXPIRED');
    return { account: sub, session: sid, expiresAtMs: exp * 1000 };
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new ProblemError('SESSION_EXPIRED');
    throw error;
  }
}

/** Good tokens are good until they end: the signature is checked once. */
const tokensRemembered = 10_000;

export function rememberTokens(key: Uint8Array, nowMs: () => number) {
  const verified = new Map<string, AccessClaims>();

  /** @throws ProblemError SESSION_EXPIRED */
  async function claimsOf(token: string): Promise<AccessClaims> {
    const held = verified.get(token);
    if (held && nowMs() < held.expiresAtMs) return held;
    verified.delete(token);
    const claims = await verifyAccessToken(key, token, nowMs());
    if (verified.size >= tokensRemembered) verified.clear();
    verified.set(token, claims);
    return claims;
  }

  /** The session that a token was made for; it may have ended since. Null for what is no token of ours. */
  async function sessionOf(token: string): Promise<string | null> {
    try {
      return (await claimsOf(token)).session;
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }

  return { claimsOf, sessionOf };
}
