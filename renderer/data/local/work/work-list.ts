/**
 * The steps of this PC that the centre has not confirmed: all in memory (they are few), each on the disk.
 * A step is one row, so every move of it (waiting → sent, waiting → refused) is one atomic write.
 *
 * The journal has a step before IndexedDB has it, and keeps it longest. Once the journal has it, it is saved:
 * should IndexedDB then not take the row, the row is offered again with the next one, and at the next start.
 */
import type { Approval } from '../../../../shared/approval/approval.ts';
import type { Change } from '../../../../shared/change/change.ts';
import type { Problem } from '../../../../shared/errors/index.ts';
import { newWorkId } from '../../authoring/ids.ts';
import type { Journal, JournalEntry } from '../store/journal.ts';
import type { ReachPoint } from '../store/fault-points.ts';
import type { LocalDatabase } from '../store/open-database.ts';
import type { Sealer } from '../store/sealer.ts';
import { loadWork } from './load-work.ts';
import { workRows } from './work-rows.ts';
import { rowOf, toSeal, type WorkItem } from './work-item.ts';

export interface WorkListener {
  /** Documents whose unconfirmed steps changed. */
  changed(targets: ReadonlySet<string>): void;
}

export interface WorkList {
  /** In the order in which the steps were taken. */
  waiting(): readonly WorkItem[];
  refused(): readonly WorkItem[];
  /** The unconfirmed steps of a document, waiting or sent, oldest first. */
  stepsOf(target: string): readonly WorkItem[];
  isRefused(target: string): boolean;
  refusedOf(target: string): readonly WorkItem[];
  get(id: string): WorkItem | undefined;
  targets(): ReadonlySet<string>;
  /** Steps on this disk that do not open any more. They stay where they are. */
  readonly unreadable: number;
  /**
   * Keeps new steps. Resolves when they are safe.
   * @throws ProblemError when the disk did not take them: then none of them is kept
   */
  add(documents: readonly (Change | Approval)[]): Promise<void>;
  /** Keeps steps that the person has to decide about from the beginning. @throws as `add` */
  addRefused(documents: readonly (Change | Approval)[], problem: Problem): Promise<void>;
  markSent(sent: readonly { readonly id: string; readonly rev: string }[]): Promise<void>;
  refuse(refused: readonly { readonly id: string; readonly problem: Problem }[]): Promise<void>;
  /** Steps that the centre has forgotten wait again. */
  sendAgain(ids: readonly string[]): Promise<void>;
  /** Confirmed or given up. */
  drop(ids: readonly string[]): Promise<void>;
}

export interface WorkParts {
  readonly database: LocalDatabase;
  readonly sealer: Sealer;
  readonly journal: Journal;
  /** What the journal has, at the start. */
  readonly entries: readonly JournalEntry[];
  readonly listener: WorkListener;
  readonly nowUtc: () => string;
  readonly onError: (error: unknown) => void;
  readonly reach: ReachPoint;
}

const entriesOf = (items: readonly WorkItem[], bodies: readonly string[]) =>
  items.map(({ id, seq }, index) => ({ id, seq, body: bodies[index] ?? '' }));

export async function openWorkList(parts: WorkParts): Promise<WorkList> {
  const { sealer, journal, listener, reach } = parts;
  const loaded = await loadWork(parts);
  // Insertion order is the order of steps; a changed item keeps its place.
  const items = new Map(loaded.items.map((item) => [item.id, item]));
  let { lastSeq } = loaded;
  const store = workRows(parts);
  const stepIds = new Map<string, Set<string>>();

  const track = (item: WorkItem) => {
    const target = item.document._id;
    const ids = stepIds.get(target) ?? new Set<string>();
    ids.add(item.id);
    stepIds.set(target, ids);
  };
  for (const item of items.values()) track(item);
  const stepsOf = (target: string) =>
    [...(stepIds.get(target) ?? [])].flatMap((id) => items.get(id) ?? []);
  const tell = (changed: readonly WorkItem[]) =>
    listener.changed(new Set(changed.map(({ document }) => document._id)));

  async function write(changed: readonly WorkItem[], sealed?: readonly string[]): Promise<void> {
    if (changed.length === 0) return;
    const bodies = sealed ?? (await sealer.seal(changed.map(toSeal)));
    await store.put(changed.map((item, index) => rowOf(item, bodies[index] ?? '')));
    for (const item of changed) {
      items.set(item.id, item);
      track(item);
    }
  }
  async function keep(
    documents: readonly (Change | Approval)[],
    standing: Pick<WorkItem, 'state' | 'problem' | 'refusedAtUtc'>,
  ): Promise<void> {
    if (documents.length === 0) return;
    const added = documents.map((document): WorkItem => {
      lastSeq += 1;
      return { id: newWorkId(), seq: lastSeq, document, sentRev: null, ...standing };
    });
    const bodies = await sealer.seal(added.map(toSeal));
    await reach('work.beforeJournal');
    await journal.append(entriesOf(added, bodies));
    await reach('work.beforeWrite');
    await write(added, bodies);
    await reach('work.afterWrite');
    tell(added);
  }
  const present = (ids: readonly string[]) => ids.flatMap((id) => items.get(id) ?? []);
  const inState = (state: WorkItem['state']) =>
    [...items.values()].filter((item) => item.state === state);

  return {
    waiting: () => inState('waiting'),
    refused: () => inState('refused'),
    stepsOf: (target) => stepsOf(target).filter(({ state }) => state !== 'refused'),
    isRefused: (target) => stepsOf(target).some(({ state }) => state === 'refused'),
    refusedOf: (target) => stepsOf(target).filter(({ state }) => state === 'refused'),
    get: (id) => items.get(id),
    targets: () => new Set(stepIds.keys()),
    unreadable: loaded.unreadable,
    add: (documents) => keep(documents, { state: 'waiting', problem: null, refusedAtUtc: null }),
    addRefused: (documents, problem) =>
      keep(documents, { state: 'refused', problem, refusedAtUtc: parts.nowUtc() }),
    markSent: async (sent) => {
      const changed = sent.flatMap(({ id, rev }): WorkItem[] =>
        present([id]).map((item) => ({ ...item, state: 'sent', sentRev: rev })),
      );
      await reach('work.beforeSent');
      await write(changed);
      await reach('work.afterSent');
      tell(changed);
    },
    refuse: async (refused) => {
      const refusedAtUtc = parts.nowUtc();
      const changed = refused.flatMap(({ id, problem }): WorkItem[] =>
        present([id]).map((item) => ({ ...item, state: 'refused', problem, refusedAtUtc })),
      );
      const bodies = await sealer.seal(changed.map(toSeal));
      // Without it the step, should IndexedDB be lost, would only be offered and refused once more.
      await journal.append(entriesOf(changed, bodies)).catch(parts.onError);
      await write(changed, bodies);
      tell(changed);
    },
    sendAgain: async (ids) => {
      const changed = present(ids)
        .filter(({ state }) => state === 'sent')
        .map((item): WorkItem => ({ ...item, state: 'waiting', sentRev: null }));
      await write(changed);
      tell(changed);
    },
    drop: async (ids) => {
      const dropped = present(ids);
      if (dropped.length === 0) return;
      await reach('work.beforeDrop');
      await store.remove(ids);
      for (const item of dropped) {
        items.delete(item.id);
        const left = stepIds.get(item.document._id);
        left?.delete(item.id);
        if (left?.size === 0) stepIds.delete(item.document._id);
      }
      await reach('work.beforeSettled');
      await store.settled(ids);
      tell(dropped);
    },
  };
}
