/**
 * Argon2id, 64 MiB, 3 passes (RFC 9106, 4: second recommended option). Runs on the thread pool, few at a
 * time: a rush of sign-ins must neither fill the memory nor starve the store's file work.
 */
import { hash, verify, type Options } from '@node-rs/argon2';
import { ProblemError } from '../../shared/errors/index.ts';

// `Algorithm.Argon2id` is a const enum, which type stripping cannot see; 2 is its value.
const options: Options = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
const atOnce = 2;
/** Beyond this a flood of sign-ins is turned away rather than remembered. */
const mostWaiting = 300;

let running = 0;
const waiting: (() => void)[] = [];

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) throw new ProblemError('TOO_MANY_REQUESTS', { seconds: 30 });
  if (running >= atOnce) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, so `running` only falls when nobody waits.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return bounded(() => hash(password.normalize('NFC'), options));
}

export function passwordMatches(stored: string, password: string): Promise<boolean> {
  return bounded(() => verify(stored, password.normalize('NFC')));
}

let decoy: Promise<string> | undefined;

/** As long as a real check, for a user that does not exist: the answer's time must not tell who does. */
export async function passwordMatchesNobody(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await passwordMatches(await decoy, password);
  return false;
}
