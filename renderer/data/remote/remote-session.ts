/**
 * A session in a browser. The access token lives in memory only; a reload resumes by the HttpOnly cookie,
 * so that a script injected into the page finds nothing to take away.
 */
import type { Session } from '../../../shared/contract/session.ts';
import { done, type Result } from '../../../shared/errors/index.ts';
import type { TokenProvider } from '../gateway/token-provider.ts';
import { changePassword, refresh, signIn, signOut, type RemoteOptions } from './session-calls.ts';

type PasswordChange = Parameters<typeof changePassword>[2];

export interface RemoteSession {
  readonly account: Session['account'];
  readonly server: Session['server'];
  readonly options: RemoteOptions;
  readonly tokens: TokenProvider;
  changePassword(passwords: PasswordChange): Promise<Result<unknown>>;
  signOut(): Promise<void>;
}

function tokensOf(options: RemoteOptions, first: string): TokenProvider {
  let token = first;
  let running: Promise<Result<string>> | null = null;

  async function refreshOnce(): Promise<Result<string>> {
    const session = await refresh(options);
    running = null;
    if (!session.ok) return session;
    token = session.value.accessToken;
    return done(token);
  }
  return {
    current: () => Promise.resolve(done(token)),
    // Several requests meet the 401 at once; the refresh cookie rotates, so only one may use it.
    renew: (refused) => {
      if (refused !== token) return Promise.resolve(done(token));
      running ??= refreshOnce();
      return running;
    },
  };
}

function sessionOf(options: RemoteOptions, session: Session): RemoteSession {
  const tokens = tokensOf(options, session.accessToken);
  return {
    account: session.account,
    server: session.server,
    options,
    tokens,
    changePassword: async (passwords) => {
      const token = await tokens.current();
      if (!token.ok) return token;
      const answer = await changePassword(options, token.value, passwords);
      if (answer.ok || answer.problem.code !== 'SESSION_EXPIRED') return answer;
      const renewed = await tokens.renew(token.value);
      return renewed.ok ? changePassword(options, renewed.value, passwords) : renewed;
    },
    signOut: async () => {
      const token = await tokens.current();
      // Without a line the cookie stays until it runs out; the page forgets its token either way.
      if (token.ok) await signOut(options, token.value);
    },
  };
}

export interface RemoteSessionDoor {
  signIn(user: string, password: string): Promise<Result<RemoteSession>>;
  /** The session of the refresh cookie; a problem when there is none or no line. */
  resume(): Promise<Result<RemoteSession>>;
}

export function openRemoteSession(options: RemoteOptions = {}): RemoteSessionDoor {
  const opened = (session: Result<Session>): Result<RemoteSession> =>
    session.ok ? done(sessionOf(options, session.value)) : session;
  return {
    signIn: async (user, password) => opened(await signIn(options, user, password)),
    resume: async () => opened(await refresh(options)),
  };
}
