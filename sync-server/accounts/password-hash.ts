/**
 * Argon2id, 64 MiB, 3 passes (RFC 9106, 4: second recommended option). Runs on the thread pool, few at a
 * time: a rush of sign-ins must neither fill the memory nor starve the store's file work.
 *
 * Callers take turns: of one address one check runs at a time and few wait, so that whoever tries thousands of
 * names keeps nobody else from signing in.
 */
import { hash, verify, type Options } from '@node-rs/argon2';
import { ProblemError } from '../../shared/errors/index.ts';

// `Algorithm.Argon2id` is a const enum, which type stripping cannot see; 2 is its value.
const options: Options = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
const atOnce = 2;
/** Beyond these a flood is turned away rather than remembered. */
const mostWaitingOfOne = 60;
const mostWaiting = 2000;

type Start = () => void;

/** Who waits, by caller; the first in the map has waited longest for its turn. */
const lines = new Map<string, Start[]>();
const served = new Set<string>();
let waiting = 0;

function startNext(): void {
  if (served.size >= atOnce) return;
  for (const [from, line] of lines) {
    if (served.has(from)) continue;
    const start = line.shift();
    lines.delete(from);
    if (line.length > 0) lines.set(from, line);
    if (!start) continue;
    served.add(from);
    waiting -= 1;
    start();
    startNext();
    return;
  }
}

async function inTurn<T>(from: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(from) ?? [];
  if (line.length >= mostWaitingOfOne || waiting >= mostWaiting)
    throw new ProblemError('TOO_MANY_REQUESTS', { seconds: 30 });
  await new Promise<void>((start) => {
    line.push(start);
    lines.set(from, line);
    waiting += 1;
    startNext();
  });
  try {
    return await work();
  } finally {
    served.delete(from);
    startNext();
  }
}

let ownWork = 0;

/** For someone who is known already: the work waits in no line of an address. */
export function hashPassword(password: string): Promise<string> {
  ownWork += 1;
  return inTurn(`own ${ownWork}`, () => hash(password.normalize('NFC'), options));
}

/** @param from the address that asks, or another name of the caller */
export function passwordMatches(stored: string, password: string, from: string): Promise<boolean> {
  return inTurn(from, () => verify(stored, password.normalize('NFC')));
}

let decoy: Promise<string> | undefined;

/** As long as a real check, for a user that does not exist: the answer's time must not tell who does. */
export async function passwordMatchesNobody(password: string, from: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await passwordMatches(await decoy, password, from);
  return false;
}
