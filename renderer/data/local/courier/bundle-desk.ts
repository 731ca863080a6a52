/**
 * Writing bundles and taking answers. Invariants: nothing of an answer is taken unless every stream stands where
 * the bundle left it, or where this very answer ended (it was cut short and is read again); pages first, verdicts
 * after them, the note last, so that ending anywhere costs reading the answer again; verdicts settle as those of
 * the line do, and only what still waits.
 */
import type { CourierAnswer } from '../../../../shared/courier/bundle.ts';
import { courierLimits } from '../../../../shared/courier/limits.ts';
import type { BundleContent } from '../../../../shared/contract/courier-ipc.ts';
import {
  streams as streamNames,
  type Cursors,
  type StreamName,
} from '../../../../shared/contract/sync.ts';
import { done, failed, type Problem, type Result } from '../../../../shared/errors/index.ts';
import { newBundleId } from '../../authoring/ids.ts';
import type { CarriedBundle, TakenAnswer } from '../../port/courier.ts';
import type { ReachPoint } from '../store/fault-points.ts';
import type { PushPump } from '../sync/push-pump.ts';
import { sameCursors, type StreamReplication } from '../sync/stream-replication.ts';
import type { WorkList } from '../work/work-list.ts';
import type { BundleNote, BundleNotes, StreamCursors } from './bundle-notes.ts';
import { carriedAtOnce } from './carried-at-once.ts';

/** Puts the bundle on a person's stick; the file's name, or null when the person cancelled. */
export type HandOver = (content: BundleContent) => Promise<Result<string | null>>;

export interface BundleDesk {
  /** Steps in bundles that may still be answered, each with the moment when it was written. */
  carriedSince(): Promise<ReadonlyMap<string, string>>;
  bundles(): Promise<readonly CarriedBundle[]>;
  write(hand: HandOver): Promise<Result<CarriedBundle | null>>;
  take(answer: CourierAnswer): Promise<Result<TakenAnswer>>;
}

export interface BundleDeskParts {
  readonly notes: BundleNotes;
  readonly work: WorkList;
  readonly streams: readonly StreamReplication[];
  readonly pump: Pick<PushPump, 'carriedRows' | 'settleCarried'>;
  /** True: the centre is another than this disk was filled from, and all is to be pulled anew. */
  readonly onEpoch: (epoch: string) => Promise<boolean>;
  /** Everything that was new has been written. */
  readonly onTaken: () => Promise<void>;
  readonly noRoom: () => Promise<Problem | null>;
  readonly reach: ReachPoint;
  readonly nowUtc: () => string;
}

async function cursorsNow(streams: readonly StreamReplication[]): Promise<StreamCursors> {
  const now: Partial<Record<StreamName, Cursors>> = {};
  for (const { stream, durableCursors } of streams) now[stream] = await durableCursors();
  return now;
}

/** Whether each stream stands where the bundle left it, or where its answer ended. */
const fits = (now: StreamCursors, { cursors, taking }: BundleNote): boolean =>
  streamNames.every((stream) => {
    const here = now[stream] ?? {};
    const end = taking?.[stream];
    return (
      sameCursors(here, cursors[stream] ?? {}) || (end !== undefined && sameCursors(here, end))
    );
  });

const endOf = ({ streams }: CourierAnswer): StreamCursors => {
  const end: Partial<Record<StreamName, Cursors>> = {};
  for (const stream of streamNames) if (streams[stream]) end[stream] = streams[stream].cursors;
  return end;
};

const broughtBy = ({ streams }: CourierAnswer): number =>
  Object.values(streams).reduce(
    (sum, { documents }) => sum + documents.filter(({ deleted }) => deleted !== true).length,
    0,
  );

export function createBundleDesk(parts: BundleDeskParts): BundleDesk {
  const { notes, work, streams, pump } = parts;
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(doIt: () => Promise<T>): Promise<T> {
    const mine = last.then(doIt);
    last = mine.catch(() => undefined);
    return mine;
  }
  const stillWaiting = ({ steps }: BundleNote): readonly string[] =>
    steps.filter((step) => work.get(step)?.state === 'waiting');

  function shown(note: BundleNote, now: StreamCursors): CarriedBundle {
    const { id, madeAtUtc, file, steps } = note;
    const unanswered = fits(now, note) ? 'open' : 'overtaken';
    const state = note.answeredAtUtc === null ? unanswered : 'answered';
    const waiting = stillWaiting(note).length;
    return { id, madeAtUtc, file, steps: steps.length, waiting, state };
  }

  async function openNotes(): Promise<readonly BundleNote[]> {
    const now = await cursorsNow(streams);
    return (await notes.all()).filter((note) => shown(note, now).state === 'open');
  }

  async function write(hand: HandOver): Promise<Result<CarriedBundle | null>> {
    const cursors = await cursorsNow(streams);
    const rows = carriedAtOnce(await pump.carriedRows(courierLimits.rows));
    const id = newBundleId();
    const madeAtUtc = parts.nowUtc();
    const steps = rows.map(({ step }) => step);
    const note = { id, madeAtUtc, file: null, steps, cursors, taking: null, answeredAtUtc: null };
    // Noted first: of a bundle that was written and not noted the answer would be refused.
    await notes.keep(note);
    const content = { id, madeAtUtc, rows: rows.map(({ row }) => row), cursors: { ...cursors } };
    const written = await hand(content);
    if (!written.ok || written.value === null) {
      await notes.drop(id);
      return written.ok ? done(null) : written;
    }
    const kept = { ...note, file: written.value };
    await notes.keep(kept);
    return done(shown(kept, cursors));
  }

  /** The note of the bundle that this answers; why not, when it cannot be taken. */
  async function noteFor(answer: CourierAnswer): Promise<Result<BundleNote>> {
    const note = await notes.find(answer.bundle);
    if (!note) return failed('COURIER_ANSWER_UNKNOWN');
    if (note.answeredAtUtc !== null) return failed('COURIER_ANSWER_TAKEN');
    if (answer.results.length !== note.steps.length) return failed('COURIER_DAMAGED');
    const noRoom = await parts.noRoom();
    if (noRoom) return { ok: false, problem: noRoom };
    const restored = await parts.onEpoch(answer.epoch);
    if (restored) for (const stream of streams) await stream.rewind();
    const end = endOf(answer);
    // Where it was begun before, and cut short, it may stand in part already.
    if (!fits(await cursorsNow(streams), { ...note, taking: note.taking && end }))
      return failed(restored ? 'COURIER_CENTRE_RESTORED' : 'COURIER_ANSWER_STALE');
    return done({ ...note, taking: end });
  }

  async function takePages({ cursors }: BundleNote, answer: CourierAnswer): Promise<boolean> {
    for (const replication of streams) {
      const page = answer.streams[replication.stream];
      if (!page || sameCursors(await replication.durableCursors(), page.cursors)) continue;
      const from = cursors[replication.stream] ?? {};
      const carried = { ...page, more: false, pending: 0 };
      if (!(await replication.takeCarried(from, carried))) return false;
    }
    return true;
  }

  async function take(answer: CourierAnswer): Promise<Result<TakenAnswer>> {
    const found = await noteFor(answer);
    if (!found.ok) return found;
    const note = found.value;
    await notes.keep(note);
    if (!(await takePages(note, answer))) return failed('COURIER_ANSWER_STALE');
    await parts.onTaken();
    await parts.reach('courier.beforeVerdicts');
    const verdicts = note.steps.flatMap((step, index) => {
      const result = answer.results[index];
      return result ? [[step, result] as const] : [];
    });
    await pump.settleCarried(new Map(verdicts));
    await parts.reach('courier.beforeNote');
    await notes.keep({ ...note, taking: null, answeredAtUtc: parts.nowUtc() });
    return done(summaryOf(note, answer));
  }

  function summaryOf(note: BundleNote, answer: CourierAnswer): TakenAnswer {
    const refused = note.steps.filter((step) => work.get(step)?.state === 'refused').length;
    const again = stillWaiting(note).length;
    const received = Math.max(0, note.steps.length - refused - again);
    const { madeAtUtc, more } = answer;
    return { madeAtUtc, received, refused, again, brought: broughtBy(answer), more };
  }

  return {
    carriedSince: async () => {
      const since = new Map<string, string>();
      // Newest first, so that the oldest bundle of a step has the last word.
      for (const { steps, madeAtUtc } of await openNotes())
        for (const step of steps) since.set(step, madeAtUtc);
      return since;
    },
    bundles: async () => {
      const now = await cursorsNow(streams);
      return (await notes.all()).map((note) => shown(note, now));
    },
    write: (hand) => inTurn(() => write(hand)),
    take: (answer) => inTurn(() => take(answer)),
  };
}
