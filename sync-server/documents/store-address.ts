/**
 * Where the store is, from the environment: `STORE_URL` of a CouchDB, its account in the address or, so that no
 * secret stands in a command line or a unit file, in `STORE_USER` with `STORE_PASSWORD` or `STORE_PASSWORD_FILE`.
 */
import { readFileSync } from 'node:fs';
import { ProblemError } from '../../shared/errors/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** Undefined: the embedded store. @throws ProblemError STORE_ADDRESS_INVALID */
export function storeAddress(environment: Environment = process.env): string | undefined {
  const address = given(environment.STORE_URL);
  if (address === undefined) return undefined;
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new ProblemError('STORE_ADDRESS_INVALID', { reason: 'STORE_URL' });
  const user = given(environment.STORE_USER);
  const password = passwordIn(environment);
  if (user !== undefined) url.username = encodeURIComponent(user);
  if (password !== undefined) url.password = encodeURIComponent(password);
  if (url.username === '' || url.password === '')
    throw new ProblemError('STORE_ADDRESS_INVALID', { reason: 'STORE_USER, STORE_PASSWORD' });
  return url.href;
}

function passwordIn(environment: Environment): string | undefined {
  const file = given(environment.STORE_PASSWORD_FILE);
  if (file === undefined) return given(environment.STORE_PASSWORD);
  try {
    return given(readFileSync(file, 'utf8').trim());
  } catch (error) {
    throw new ProblemError(
      'STORE_ADDRESS_INVALID',
      { reason: 'STORE_PASSWORD_FILE' },
      { cause: error },
    );
  }
}

/** As it may be shown: without the account. */
export function shownAddress(address: string): string {
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}
