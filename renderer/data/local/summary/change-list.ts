/** What lists know of each change: of the centre's, and of this PC's unsent steps laid over them. */
import type { Change, ChangeState } from '../../../../shared/change/change.ts';
import { unitCovers } from '../../../../shared/unit/unit.ts';
import type { ChangeQuery } from '../../port/data-port.ts';
import { summaryOfCreate, type SummaryCore } from './dossier-summary.ts';

export interface ChangeEntry {
  readonly id: string;
  readonly unit: string;
  readonly dossier: string;
  readonly state: ChangeState;
  readonly authoredAtUtc: string;
  readonly receivedAtUtc: string | null;
  readonly approval: string | null;
  /** Of a `create`: the person, as long as there is no dossier. */
  readonly person: SummaryCore | null;
}

export const openStates: ReadonlySet<ChangeState> = new Set<ChangeState>([
  'draft',
  'submitted',
  'verified',
  'returned',
  'conflicted',
]);

export function changeEntry(change: Change): ChangeEntry {
  const { _id: id, unit, dossier, state, kind, authoredAtUtc, receivedAtUtc, approval } = change;
  const person = kind === 'create' && openStates.has(state) ? summaryOfCreate(change) : null;
  return {
    id,
    unit,
    dossier,
    state,
    authoredAtUtc,
    receivedAtUtc: receivedAtUtc ?? null,
    approval: approval ?? null,
    person,
  };
}

export interface ChangeList {
  /** As the centre has it. */
  setMirrored(entries: readonly ChangeEntry[]): void;
  removeMirrored(ids: readonly string[]): void;
  /** As this PC has it, not confirmed yet; null takes the overlay off. */
  lay(id: string, entry: ChangeEntry | null): void;
  get(id: string): ChangeEntry | undefined;
  mirrored(): Iterable<ChangeEntry>;
  ofDossier(dossier: string): ChangeEntry[];
  openOf(dossier: string): number;
  all(): Iterable<ChangeEntry>;
  /** Newest first. */
  find(query: ChangeQuery): readonly ChangeEntry[];
}

/** ULIDs break ties in the order of entering. */
export const newestFirst = (a: ChangeEntry, b: ChangeEntry): number =>
  a.authoredAtUtc === b.authoredAtUtc
    ? a.id < b.id
      ? 1
      : -1
    : a.authoredAtUtc < b.authoredAtUtc
      ? 1
      : -1;

export function createChangeList(): ChangeList {
  const mirror = new Map<string, ChangeEntry>();
  const overlay = new Map<string, ChangeEntry>();
  const byDossier = new Map<string, Set<string>>();

  const get = (id: string) => overlay.get(id) ?? mirror.get(id);
  const place = ({ id, dossier }: ChangeEntry) => {
    const ids = byDossier.get(dossier);
    if (ids) ids.add(id);
    else byDossier.set(dossier, new Set([id]));
  };
  const forget = (entry: ChangeEntry | undefined) => {
    if (entry && !get(entry.id)) byDossier.get(entry.dossier)?.delete(entry.id);
  };
  const resolve = (ids: Iterable<string>): ChangeEntry[] => [...ids].flatMap((id) => get(id) ?? []);
  const all = () => resolve(new Set([...mirror.keys(), ...overlay.keys()]));
  const ofDossier = (dossier: string) => resolve(byDossier.get(dossier) ?? []);

  return {
    setMirrored: (entries) => {
      for (const entry of entries) {
        mirror.set(entry.id, entry);
        place(entry);
      }
    },
    removeMirrored: (ids) => {
      for (const id of ids) {
        const old = mirror.get(id);
        mirror.delete(id);
        forget(old);
      }
    },
    lay: (id, entry) => {
      const old = overlay.get(id);
      if (entry) {
        overlay.set(id, entry);
        place(entry);
      } else {
        overlay.delete(id);
        forget(old);
      }
    },
    get,
    mirrored: () => mirror.values(),
    ofDossier,
    openOf: (dossier) => ofDossier(dossier).filter(({ state }) => openStates.has(state)).length,
    all,
    find: ({ unit, states, dossier }) =>
      (dossier === undefined ? all() : ofDossier(dossier))
        .filter(
          (entry) =>
            (unit === undefined || unitCovers(unit, entry.unit)) &&
            (states === undefined || states.includes(entry.state)),
        )
        .sort(newestFirst),
  };
}
