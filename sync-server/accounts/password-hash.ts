/**
 * Argon2id, 64 MiB, 3 passes (RFC 9106, 4: second recommended option). Runs on the thread pool, few at a
 * time: a rush of sign-ins must neither fill the memory nor starve the store's file work.
 * Callers take turns (taking-turns.ts), by their address.
 */
import { hash, verify, type Options } from '@node-rs/argon2';
import { takingTurns } from './taking-turns.ts';

export interface PasswordCost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** What every password is hashed with, unless a test says otherwise: a stored hash names its own cost. */
export const fullCost: PasswordCost = { memoryKiB: 64 * 1024, passes: 3 };

const optionsOf = ({ memoryKiB, passes }: PasswordCost): Options => ({
  // `Algorithm.Argon2id` is a const enum, which type stripping cannot see; 2 is its value.
  algorithm: 2,
  memoryCost: memoryKiB,
  timeCost: passes,
  parallelism: 1,
});
/** Beyond these a flood is turned away rather than remembered. */
const inTurn = takingTurns({ atOnce: 2, mostWaitingOfOne: 60, mostWaiting: 2000 });

let ownWork = 0;

/** For someone who is known already: the work waits in no line of an address. */
export function hashPassword(password: string, cost: PasswordCost = fullCost): Promise<string> {
  ownWork += 1;
  return inTurn(`own ${ownWork}`, () => hash(password.normalize('NFC'), optionsOf(cost)));
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
