/** Conflict cases on this disk: read, decided and handed on with or without a line. */
import type { PersonStamp } from '../../../shared/change/change.ts';
import { conflictCaseOf, type ConflictCase } from '../../../shared/change/conflict-case.ts';
import { peopleResponseSchema } from '../../../shared/contract/http.ts';
import { failed } from '../../../shared/errors/index.ts';
import { compareNames } from '../../../shared/vietnamese/names.ts';
import { handOn, makeDecision } from '../authoring/conflict-steps.ts';
import type { DataPort } from '../port/data-port.ts';
import { dossierView } from './local-reads.ts';
import type { LocalParts } from './local-parts.ts';
import { standingChange, standingChanges } from './standing.ts';

export type LocalConflicts = Pick<
  DataPort,
  'conflictCase' | 'decideConflict' | 'reassign' | 'assignable'
>;

async function conflictCase(parts: LocalParts, id: string): Promise<ConflictCase | null> {
  const change = await standingChange(parts, id);
  if (!change) return null;
  const view = await dossierView(parts, change.dossier);
  return view?.dossier ? conflictCaseOf(view.dossier, view.changes, change) : null;
}

/** Enough of the newest changes to name a unit's clerks. */
const mostRead = 300;

/** Accounts are not kept on this disk: without a line, those who entered something in the unit are known. */
async function knownPeople(parts: LocalParts, unit: string): Promise<readonly PersonStamp[]> {
  const entries = parts.summaries.changes.find({ unit }).filter((entry) => entry.unit === unit);
  const ids = entries.slice(0, mostRead).map(({ id }) => id);
  const authors = new Map<string, PersonStamp>();
  for (const { author } of await standingChanges(parts, ids)) {
    if (!authors.has(author.account)) authors.set(author.account, author);
  }
  return [...authors.values()].sort((a, b) => compareNames(a.name, b.name));
}

export function localConflicts(parts: LocalParts): LocalConflicts {
  return {
    conflictCase: (id) => conflictCase(parts, id),
    decideConflict: async (id, choices, seenVersion) => {
      const found = await conflictCase(parts, id);
      if (!found) return failed('NOT_FOUND');
      const decision = makeDecision(found, choices, seenVersion, parts.context());
      if (decision.ok) await parts.work.add([decision.value]);
      return decision;
    },
    reassign: async (id, to, reason) => {
      const change = await standingChange(parts, id);
      if (!change) return failed('NOT_FOUND');
      const handed = handOn(change, to, reason, parts.context());
      if (handed.ok) await parts.work.add([handed.value]);
      return handed;
    },
    assignable: async (unit) => {
      const path = `/api/people?unit=${encodeURIComponent(unit)}`;
      const answer = await parts.client.get(path, peopleResponseSchema);
      if (answer.ok) return { people: answer.value.people, complete: true };
      return { people: await knownPeople(parts, unit), complete: false };
    },
  };
}
