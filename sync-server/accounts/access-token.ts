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
export async function verifyAccessToken(
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
