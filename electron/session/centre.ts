/** The centre's session routes as functions. */
import { z } from 'zod';
import { sessionSchema, type Session } from '../../shared/contract/session.ts';
import { askCentre, type CentreAnswer, type Fetch } from './centre-request.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface Centre {
  signIn(origin: string, credentials: Credentials): Promise<CentreAnswer<DesktopSession>>;
  refresh(origin: string, refreshToken: string): Promise<CentreAnswer<DesktopSession>>;
  signOut(origin: string, tokens: SessionTokens): Promise<CentreAnswer<unknown>>;
}

export interface SessionTokens {
  readonly accessToken: string | null;
  readonly refreshToken: string;
}

/** A desktop client always gets the refresh token in the body. */
const desktopSessionSchema = sessionSchema.required({ refreshToken: true });
export type DesktopSession = Session & { readonly refreshToken: string };

/** The server checks a password by argon2id too; a slow line gets its share. */
const signInMs = 15_000;
const refreshMs = 15_000;
/** Signing out must not wait for a dead line. */
const signOutMs = 3_000;

export function centre(fetch: Fetch): Centre {
  return {
    signIn: (origin, { user, password }) => {
      const body = { user, password, client: 'desktop' };
      const url = `${origin}/api/session`;
      const call = { method: 'POST', url, body, timeoutMs: signInMs } as const;
      return askCentre(fetch, call, desktopSessionSchema);
    },
    refresh: (origin, refreshToken) => {
      const url = `${origin}/api/session/refresh`;
      const call = { method: 'POST', url, body: { refreshToken }, timeoutMs: refreshMs } as const;
      return askCentre(fetch, call, desktopSessionSchema);
    },
    signOut: (origin, { accessToken, refreshToken }) => {
      const call = {
        method: 'DELETE',
        url: `${origin}/api/session`,
        body: { refreshToken },
        accessToken,
        timeoutMs: signOutMs,
      } as const;
      return askCentre(fetch, call, z.unknown());
    },
  };
}
