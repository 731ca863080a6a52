/** An account of a test centre, signed in as a desktop for as long as a test lasts. */
import { done, failed } from '../../../shared/errors/index.ts';
import { signIn, testPassword } from '../../helpers/gateway.ts';
import type { SignedIn } from './clients.ts';

export async function signInDesktop(url: string, user: string): Promise<SignedIn> {
  const { session } = await signIn(url, user, testPassword);
  return {
    session,
    tokens: {
      current: () => Promise.resolve(done(session.accessToken)),
      renew: () => Promise.resolve(failed('SESSION_EXPIRED')),
    },
  };
}
