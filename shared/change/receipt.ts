/**
 * How safe a change is: the ladder from this disk to the centre's backup. Each rung is reached or not, with the
 * time and, where a person took it, by whom. Pure; the adapters bring what they know.
 * Invariant: a rung is never shown as reached because of what was reached later or before a restore.
 */
import type { Change, PersonStamp } from './change.ts';

export const rungNames = ['onThisDisk', 'atCentre', 'verified', 'approved', 'inBackup'] as const;
export type RungName = (typeof rungNames)[number];

export interface Rung {
  readonly name: RungName;
  readonly reached: boolean;
  /** Null where the time is not known. */
  readonly atUtc: string | null;
  readonly by: PersonStamp | null;
}

export interface Receipt {
  readonly rungs: readonly Rung[];
  /** The centre refused a step of it: the person has to act. */
  readonly refused: boolean;
  /** A step taken here that the centre does not have yet. */
  readonly waiting: boolean;
  /** The centre once had more of it: it was restored to a time before. */
  readonly lacking: boolean;
}

export interface ReceiptFacts {
  /** As it stands here, with the steps that the centre has not confirmed. */
  readonly standing: Change;
  /** As the centre has it; null when it is not known to have it. */
  readonly master: Change | null;
  readonly waiting: boolean;
  readonly refused: boolean;
  /** A version of it is held that the centre has no more. */
  readonly lacking: boolean;
  /** The centre said “stored”, its own copy is still to come. */
  readonly acknowledged: boolean;
  /** All that the centre acknowledged before this moment is in its last whole backup; null before the first. */
  readonly backupAtUtc: string | null;
  /** A browser keeps nothing on its disk. */
  readonly keptHere: boolean;
}

const missing = (name: RungName): Rung => ({ name, reached: false, atUtc: null, by: null });

/** When the centre last wrote it. Changes of before that stamp are judged by their last step. */
export function storedAtUtc(master: Change): string {
  const last = master.history.at(-1)?.atUtc ?? master.authoredAtUtc;
  if (master.storedAtUtc !== undefined) return master.storedAtUtc;
  const received = master.receivedAtUtc ?? last;
  return received > last ? received : last;
}

export function isInBackup(master: Change, backupAtUtc: string | null): boolean {
  if (backupAtUtc === null) return false;
  return Date.parse(storedAtUtc(master)) < Date.parse(backupAtUtc);
}

/** The last time that a change came into a state and has not been sent back since. */
function stepRung(name: 'verified' | 'approved', change: Change | null): Rung {
  if (!change) return missing(name);
  const { history } = change;
  const back = history.findLastIndex(({ state }) => state === 'returned' || state === 'withdrawn');
  const step = history.slice(back + 1).findLast(({ state }) => state === name);
  return step ? { name, reached: true, atUtc: step.atUtc, by: step.by } : missing(name);
}

function diskRung({ standing, keptHere }: ReceiptFacts): readonly Rung[] {
  if (!keptHere) return [];
  const last = standing.history.at(-1);
  const atUtc = last?.atUtc ?? standing.authoredAtUtc;
  return [{ name: 'onThisDisk', reached: true, atUtc, by: null }];
}

function centreRung({ master, waiting, acknowledged }: ReceiptFacts): Rung {
  const there = !waiting && (master !== null || acknowledged);
  if (!there) return missing('atCentre');
  return { name: 'atCentre', reached: true, atUtc: master ? storedAtUtc(master) : null, by: null };
}

/** What waits here, was refused or is lacking is another version than the one in the backup. */
function backupRung({ master, waiting, refused, lacking, backupAtUtc }: ReceiptFacts): Rung {
  const kept =
    !waiting && !refused && !lacking && master !== null && isInBackup(master, backupAtUtc);
  return kept
    ? { name: 'inBackup', reached: true, atUtc: backupAtUtc, by: null }
    : missing('inBackup');
}

export function receiptOf(facts: ReceiptFacts): Receipt {
  const { standing, master, refused, waiting, lacking } = facts;
  const taken = lacking ? master : standing;
  const rungs = [
    ...diskRung(facts),
    centreRung(facts),
    stepRung('verified', taken),
    stepRung('approved', taken),
    backupRung(facts),
  ];
  return { rungs, refused, waiting, lacking };
}
