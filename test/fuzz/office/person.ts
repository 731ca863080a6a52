/** What a person does at a PC, choosing by numbers among what is on the screen. Answers the changes that were saved. */
import type { Change, ChangeState } from '../../../shared/change/change.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { applyMergePatch } from '../../../shared/change/merge-patch.ts';
import { isJsonObject } from '../../../shared/canonical/json.ts';
import { openTransitions } from '../../../shared/change/transitions.ts';
import type { Result } from '../../../shared/errors/index.ts';
import type {
  ChangeDraft,
  DataPort,
  RefusedItem,
  SignText,
} from '../../../renderer/data/port/data-port.ts';
import { fields, type OfficeAct, type Values } from '../plan.ts';

export interface Person {
  readonly port: DataPort;
  /** Where new people are entered. */
  readonly unit: string;
  readonly school: string;
  readonly sign: SignText;
  /** Makes identity numbers of this run. */
  readonly place: number;
  /** The current month as this PC knows it. */
  readonly period: string;
}

export interface Done {
  /** The changes as they stood after the step that was said to be saved. */
  readonly saved: readonly Change[];
  /** Approvals said to be saved. */
  readonly approvals: readonly string[];
  /** Refused items that the person gave up or mended: their content need not be anywhere. */
  readonly givenUp: readonly RefusedItem[];
}

const nothing: Done = { saved: [], approvals: [], givenUp: [] };

const savedOf = (results: readonly Result<Change>[]): Done => ({
  ...nothing,
  saved: results.flatMap((result) => (result.ok ? [result.value] : [])),
});

export const identityNumber = (place: number, number: number): string =>
  `0${String(place).padStart(5, '0')}${String(number).padStart(6, '0')}`;

function patchOf(set: Values, place: number): JsonObject {
  const patches = set.map(({ field, value }): JsonObject => {
    switch (fields[field]) {
      case 'position':
        return { employment: { position: `Chức vụ ${value}` } };
      case 'mainTask':
        return { employment: { mainTask: `Việc ${value}` } };
      case 'homeTown':
        return { identity: { homeTown: `Quê ${value}` } };
      case 'identityNumber':
        return { identity: { identityNumber: identityNumber(place, value) } };
      default:
        return { note: { text: `Ghi chú ${value}` } };
    }
  });
  // Values of different fields; of one field the last counts, as in a form.
  return patches.reduce<JsonObject>((sum, next) => {
    const merged = applyMergePatch(sum, next);
    return isJsonObject(merged) ? merged : sum;
  }, {});
}

/** Somebody's row of a list, however long it is now. */
const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % list.length];

function newPerson({ place, unit }: Person, number: number): ChangeDraft {
  const identity = {
    fullName: `Người Thứ ${number}`,
    gender: 'female',
    birthDate: '1990-05',
    identityNumber: identityNumber(place, number),
  };
  const draft = { dossier: null, kind: 'create', baseVersion: 0, clockFrom: '2026-01-05' } as const;
  return { ...draft, unit, patch: { identity } };
}

export async function enter(person: Person, number: number): Promise<Done> {
  return savedOf(await person.port.submit([newPerson(person, number)]));
}

async function amend(person: Person, which: number, set: Values): Promise<Done> {
  const { rows } = await person.port.dossiers({ offset: 0, limit: 200 });
  const row = pick(
    rows.filter(({ version }) => version > 0),
    which,
  );
  if (!row) return nothing;
  const draft: ChangeDraft = {
    unit: row.unit,
    dossier: row.id,
    kind: 'amend',
    baseVersion: row.version,
    clockFrom: '2026-01-06',
    patch: patchOf(set, person.place),
  };
  return savedOf(await person.port.submit([draft]));
}

async function move(person: Person, to: ChangeState, which: number, most: number): Promise<Done> {
  const { port } = person;
  const able = (await port.changes({})).filter((change) =>
    openTransitions(port.account, change).includes(to),
  );
  const start = able.length === 0 ? 0 : which % able.length;
  const ids = able.slice(start, start + most).map(({ _id }) => _id);
  if (ids.length === 0) return nothing;
  return savedOf(await port.move(ids, to, to === 'returned' ? `Lý do ${which}` : undefined));
}

async function resubmit(person: Person, which: number, set: Values): Promise<Done> {
  const { port, place } = person;
  const able = (await port.changes({ states: ['returned'] })).filter(
    ({ author }) => author.account === port.account.account,
  );
  const change = pick(able, which);
  if (!change) return nothing;
  const patch = applyMergePatch(change.patch, patchOf(set, place));
  if (!isJsonObject(patch)) return nothing;
  return savedOf([await port.resubmit(change._id, patch, '2026-01-07')]);
}

async function approve(person: Person, ofSchool: boolean, which: number): Promise<Done> {
  const { port, period, sign } = person;
  const unit = ofSchool ? person.school : person.unit;
  const verified = (await port.changes({ states: ['verified'] })).filter(
    (change) => change.unit === unit,
  );
  // Now and then some are left out.
  const chosen = verified.filter((_, at) => which % 4 !== 0 || (which >> (at % 8)) % 2 === 0);
  if (chosen.length === 0) return nothing;
  const changes = chosen.map(({ _id }) => _id);
  const made = await port.approve({ unit, period, changes, sign });
  return made.ok ? { ...nothing, approvals: [made.value._id] } : nothing;
}

async function mend(person: Person, which: number, set: Values): Promise<Done> {
  const item = pick(await person.port.refused(), which);
  if (!item?.change) return nothing;
  const patch = applyMergePatch(item.change.patch, patchOf(set, person.place));
  if (!isJsonObject(patch)) return nothing;
  const seen = (await person.port.dossier(item.change.dossier))?.dossier?.version ?? null;
  const seenVersion = item.change.kind === 'create' ? null : seen;
  const made = await person.port.mend(item.id, { patch, seenVersion });
  return made.ok ? { ...savedOf([made]), givenUp: [item] } : nothing;
}

async function discard(person: Person, which: number): Promise<Done> {
  const item = pick(await person.port.refused(), which);
  if (!item) return nothing;
  await person.port.discard(item.id);
  return { ...nothing, givenUp: [item] };
}

/** Field by field, now this way and now that. */
async function decide(person: Person, which: number): Promise<Done> {
  const { port } = person;
  const met = pick(await port.changes({ states: ['conflicted'] }), which);
  const found = met ? await port.conflictCase(met._id) : null;
  if (!met || !found) return nothing;
  const choices = found.rows
    .filter(({ overlaps }) => overlaps)
    .map(({ path }, at) => {
      const take = (which >> at) % 2 === 0 ? ('mine' as const) : ('theirs' as const);
      return { path, take, reason: `Quyết định ${which}` };
    });
  return savedOf([await port.decideConflict(met._id, choices, found.dossier.version)]);
}

export type PersonAct = Exclude<
  OfficeAct,
  { readonly does: 'restart' | 'loseDatabase' | 'crash' | 'clock' | 'line' | 'sync' }
>;

export async function act(person: Person, what: PersonAct): Promise<Done> {
  switch (what.does) {
    case 'enter':
      return enter(person, what.number);
    case 'amend':
      return amend(person, what.which, what.set);
    case 'verify':
      return move(person, 'verified', what.which, what.most);
    case 'return':
      return move(person, 'returned', what.which, what.most);
    case 'withdraw':
      return move(person, 'withdrawn', what.which, what.most);
    case 'resubmit':
      return resubmit(person, what.which, what.set);
    case 'approve':
      return approve(person, what.ofSchool, what.which);
    case 'mend':
      return mend(person, what.which, what.set);
    case 'discard':
      return discard(person, what.which);
    case 'decide':
      return decide(person, what.which);
  }
}
