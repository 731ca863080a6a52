/** Where the access token comes from: the main process on the desktop, the refresh cookie in a browser. */
import type { Result } from '../../../shared/errors/index.ts';

export interface TokenProvider {
  /** The token to use now. Asks for one only when there is none. */
  current(): Promise<Result<string>>;
  /** Another token than the one that the centre has just refused. */
  renew(refused: string): Promise<Result<string>>;
}

/** Problems that only a person can end, by signing in. */
const needsPerson = new Set([
  'SESSION_EXPIRED',
  'SIGN_IN_FAILED',
  'ACCOUNT_LOCKED',
  'ACCOUNT_DISABLED',
  'PASSWORD_CHANGE_REQUIRED',
  'VAULT_MISSING',
]);

export const needsSignIn = (code: string): boolean => needsPerson.has(code);
