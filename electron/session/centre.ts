/** The centre's session routes as functions. */
import { z } from 'zod';
import {
  registeredDeviceSchema,
  type DeviceRegistration,
  type RegisteredDevice,
} from '../../shared/contract/devices.ts';
import { sessionSchema, type Session } from '../../shared/contract/session.ts';
import { askCentre, type CentreAnswer, type Fetch } from './centre-request.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** This PC, once it has registered itself. */
  readonly device?: string;
}

export interface SessionTokens {
  readonly accessToken: string | null;
  readonly refreshToken: string;
}

export interface PasswordChange {
  readonly accessToken: string;
  readonly current: string;
  readonly next: string;
}

export interface Centre {
  readonly signIn: (
    origin: string,
    credentials: Credentials,
  ) => Promise<CentreAnswer<DesktopSession>>;
  readonly refresh: (origin: string, refreshToken: string) => Promise<CentreAnswer<DesktopSession>>;
  readonly registerDevice: (
    origin: string,
    accessToken: string,
    device: DeviceRegistration,
  ) => Promise<CentreAnswer<RegisteredDevice>>;
  /** Best effort, by whichever token still works. */
  readonly signOut: (origin: string, tokens: SessionTokens) => Promise<void>;
  readonly changePassword: (
    origin: string,
    change: PasswordChange,
  ) => Promise<CentreAnswer<unknown>>;
}

/** A desktop client always gets the refresh token in the body. */
const desktopSessionSchema = sessionSchema.required({ refreshToken: true });
export type DesktopSession = Session & { readonly refreshToken: string };

/** The server hashes passwords slowly on purpose; a slow line gets its share. */
const answerMs = 15_000;
/** Signing out must not wait for a dead line. */
const signOutMs = 3_000;

export function centre(fetch: Fetch): Centre {
  const post = (origin: string, path: string, body: unknown, timeoutMs = answerMs) => {
    const call = { method: 'POST', url: `${origin}${path}`, body, timeoutMs } as const;
    return askCentre(fetch, call, desktopSessionSchema);
  };
  const end = (origin: string, accessToken: string) => {
    const url = `${origin}/api/session`;
    const call = { method: 'DELETE', url, accessToken, timeoutMs: signOutMs } as const;
    return askCentre(fetch, call, z.unknown());
  };
  return {
    signIn: (origin, credentials) =>
      post(origin, '/api/session', { ...credentials, client: 'desktop' }),
    registerDevice: (origin, accessToken, device) => {
      const url = `${origin}/api/devices`;
      const call = { method: 'POST', url, body: device, accessToken, timeoutMs: answerMs } as const;
      return askCentre(fetch, call, registeredDeviceSchema);
    },
    refresh: (origin, refreshToken) => post(origin, '/api/session/refresh', { refreshToken }),
    signOut: async (origin, { accessToken, refreshToken }) => {
      const ended = accessToken === null ? undefined : await end(origin, accessToken);
      if (ended && ended.kind !== 'refused') return;
      // The access token is too old or was never fetched: a last rotation gives one to end with.
      const last = await post(origin, '/api/session/refresh', { refreshToken }, signOutMs);
      if (last.kind === 'answered') await end(origin, last.value.accessToken);
    },
    changePassword: (origin, { accessToken, current, next }) => {
      const url = `${origin}/api/session/password`;
      const body = { current, next };
      const call = { method: 'POST', url, body, accessToken, timeoutMs: answerMs } as const;
      return askCentre(fetch, call, z.unknown());
    },
  };
}
