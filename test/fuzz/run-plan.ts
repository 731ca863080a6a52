/**
 * Plays one plan on a fresh place: the steps in order, while all PCs exchange by themselves. Then quiet: good
 * lines, everybody syncs until nothing moves, and the rules are asked.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Centre } from './centre/centre.ts';
import type { Place, Post } from './centre/orders.ts';
import { readAccount, readTruth, type Truth } from './centre/truth.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Standing } from './office/calls.ts';
import type { CentreAct, Plan, Step } from './plan.ts';
import { disagreements, withheld } from './rules/agreement.ts';
import { appliedNotOnce, sharedNumbers, wrongFolds } from './rules/dossiers.ts';
import { forgottenByCentre, lostApprovals, lostSteps } from './rules/nothing-lost.ts';
import type { World } from './world.ts';

/** Who sits where: the clerk has two PCs. Seats are filled from the left. */
const seatPosts: readonly Post[] = ['clerk', 'head', 'clerk', 'admin', 'schoolClerk', 'employee'];
/** Starting a server is the dearest step; a list that starts one ten times finds no more than with three. */
const mostStarts = 3;
const quietWithinMs = 20_000;
/** Far beyond what a run takes on the slowest machine: something waits for ever. */
const endsWithinMs = 10 * 60_000;

interface Run {
  readonly world: World;
  readonly centre: Centre;
  readonly place: Place;
  readonly seats: readonly number[];
  readonly ledger: Ledger;
  startsLeft: number;
  unitsAdded: number;
  databaseLost: boolean;
}

export interface Quiet {
  readonly truth: Truth;
  readonly standings: readonly Standing[];
  readonly problems: readonly string[];
}

async function actAtCentre(run: Run, act: CentreAct): Promise<void> {
  const { centre, place } = run;
  if (['kill', 'copy', 'restore', 'restoreTwice', 'restoreAndCrash'].includes(act.does)) {
    if (run.startsLeft === 0) return;
    run.startsLeft -= 1;
  }
  switch (act.does) {
    case 'kill':
      return centre.killAndStart();
    case 'copy':
      return centre.copyData();
    case 'restore':
      // Two losses at once: what the backup lacked, that PC alone could have offered again.
      if (run.databaseLost) return;
      await centre.restoreCopy();
      return;
    case 'restoreTwice':
      if (run.databaseLost || !(await centre.restoreCopy())) return;
      // Some PCs are in the middle of their recovery by then, others have not begun.
      await pause(60);
      await centre.restoreCopy();
      return;
    case 'restoreAndCrash': {
      if (run.databaseLost || !(await centre.restoreCopy())) return;
      const seat = run.seats[act.seat % run.seats.length] ?? 0;
      const { afterWrites } = act;
      await run.world.thread(seat).act(seat, { does: 'crash', afterWrites, during: 'sync' });
      return;
    }
    case 'addUnit':
      run.unitsAdded += 1;
      return centre.addUnit(`${place.commune}.2${run.unitsAdded}`, place.commune);
    case 'moveClerk': {
      const unit = act.toSchool ? place.school : place.commune;
      return centre.grant(place.people.clerk.account.account, [{ role: 'clerk', unit }]);
    }
    case 'pause':
      return pause(act.ms);
  }
}

async function take(run: Run, step: Step): Promise<void> {
  if (step.at === 'centre') return actAtCentre(run, step.act);
  const seat = run.seats[step.seat % run.seats.length] ?? 0;
  const thread = run.world.thread(seat);
  if (step.act.does === 'loseDatabase') run.databaseLost = true;
  // Waiting for the end of a sync over a bad line would hold up all others.
  if (step.act.does === 'sync') {
    thread.act(seat, step.act).catch(() => undefined);
    return;
  }
  run.ledger.note(seat, await thread.act(seat, step.act));
}

async function look(run: Run): Promise<Quiet> {
  const { centre, place, seats, world } = run;
  const standings = await Promise.all(seats.map((seat) => world.thread(seat).standing(seat)));
  // An officer of the commune sees all of it.
  const truth = await readTruth(centre.url, place.people.officer.token);
  const found = await Promise.all(
    seats.map(async (seat) => {
      const post = seatPosts[seat] ?? 'clerk';
      const { token } = place.people[post];
      const account = await readAccount(centre.url, token);
      const delivered = await readTruth(centre.url, token);
      const standing = standings[seat];
      if (!standing) return [];
      const { waiting, phase } = standing.state;
      const work = waiting > 0 ? [`${waiting} steps wait`] : [];
      const line = phase === 'live' ? [] : [`the line is ${phase}`];
      return [
        ...work,
        ...line,
        ...withheld(account, delivered, truth),
        ...disagreements(account, standing, delivered),
      ].map((problem) => `PC ${seat} (${post}): ${problem}`);
    }),
  );
  return { truth, standings, problems: found.flat() };
}

/** Until nothing moves any more, or the time is over. */
async function comeToRest(run: Run): Promise<Quiet> {
  const { seats, world } = run;
  await Promise.all(seats.map((seat) => world.thread(seat).calm(seat)));
  const endMs = Date.now() + quietWithinMs;
  let last = '';
  for (;;) {
    await Promise.all(seats.map((seat) => world.thread(seat).sync(seat)));
    const quiet = await look(run);
    const seen = JSON.stringify([...quiet.truth.changes.values(), ...quiet.truth.approvals.keys()]);
    if (quiet.problems.length === 0 && seen === last) return quiet;
    if (Date.now() > endMs) return quiet;
    last = seen;
  }
}

/**
 * What is wrong at the end; nothing when all is well.
 * @throws when the run does not come to its end; the world is then of no use any more
 */
export async function runPlan(world: World, plan: Plan): Promise<readonly string[]> {
  const ended = new AbortController();
  const late = pause(endsWithinMs, null, { ref: false, signal: ended.signal }).then(() => {
    throw new Error(`it did not end within ${endsWithinMs / 60_000} minutes`);
  });
  try {
    return await Promise.race([play(world, plan), late]);
  } finally {
    ended.abort();
  }
}

async function play(world: World, plan: Plan): Promise<readonly string[]> {
  const { place, number } = await world.freshPlace();
  const centre = world.centre();
  const seats = Array.from({ length: plan.seats }, (_, seat) => seat);
  try {
    await Promise.all(
      seats.map((seat) => {
        const who = place.people[seatPosts[seat] ?? 'clerk'];
        const { commune, school } = place;
        const faults = plan.faults + seat;
        return world
          .thread(seat)
          .open(seat, { ...who, url: centre.url, commune, school, place: number, faults });
      }),
    );
    const ledger = createLedger();
    const run: Run = {
      world,
      centre,
      place,
      seats,
      ledger,
      startsLeft: mostStarts,
      unitsAdded: 0,
      databaseLost: false,
    };
    await Promise.all(seats.map((seat) => world.thread(seat).sync(seat)));
    for (const step of plan.steps) await take(run, step);
    const { truth, standings, problems } = await comeToRest(run);
    return [
      ...problems,
      ...lostSteps(ledger, truth, standings),
      ...lostApprovals(ledger, truth, standings),
      ...forgottenByCentre(ledger, truth, standings),
      ...wrongFolds(truth),
      ...sharedNumbers(truth),
      ...appliedNotOnce(truth),
    ];
  } finally {
    await Promise.all(world.threads.map((thread) => thread.end()));
  }
}
