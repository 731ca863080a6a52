/** Who works here, with which data. Exists only below the sign-in gate. */
import { createContext, use } from 'react';
import type { SessionAccount } from '../../shared/account/account.ts';
import type { Result } from '../../shared/errors/index.ts';
import type { DataPort } from '../data/port/data-port.ts';
import type { Door, OpenSession, PasswordChange, Place, TokenSigning } from './door.ts';

export interface SessionValue {
  readonly session: OpenSession;
  readonly door: Door;
  readonly version: string;
  /** Changes the person's own password at the centre, and for this PC's vault. */
  changePassword(passwords: PasswordChange): Promise<Result<null>>;
  /** Ends the session; `expired` makes the sign-in screen say so. */
  leave(why: 'signedOut' | 'expired'): Promise<void>;
}

export const SessionContext = createContext<SessionValue | null>(null);

export function useSession(): SessionValue {
  const value = use(SessionContext);
  if (!value) throw new Error('outside the sign-in gate');
  return value;
}

export const usePort = (): DataPort => useSession().session.port;
export const useAccount = (): SessionAccount => useSession().session.account;
export const usePlace = (): Place => useSession().door.place;
export const useSigning = (): TokenSigning | null => useSession().door.signing;
