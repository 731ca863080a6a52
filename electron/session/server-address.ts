/**
 * What may be the centre's address. Passwords travel to it, so it is https:// everywhere but on
 * this very machine (tests, the demonstration, a server in the same box).
 */
import { done, failed, type Result } from '../../shared/errors/index.ts';

/** The origin of an address a person typed; path, query and fragment are dropped. */
export function serverOrigin(typed: string): Result<string> {
  const text = typed.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !isAllowed(url)) return failed('SERVER_ADDRESS_INVALID');
  return done(url.origin);
}

function isAllowed(url: URL): boolean {
  if (url.username !== '' || url.password !== '' || url.hostname === '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** By name or number only: what a name server says of a host must not decide. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
