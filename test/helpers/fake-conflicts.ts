/** Conflict cases of the data port in memory. */
import { handOn, makeDecision } from '../../renderer/data/authoring/conflict-steps.ts';
import type { AuthoringContext } from '../../renderer/data/authoring/draft-change.ts';
import type { DataPort } from '../../renderer/data/port/data-port.ts';
import type { Change } from '../../shared/change/change.ts';
import { conflictCaseOf } from '../../shared/change/conflict-case.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { failed } from '../../shared/errors/index.ts';
import { fakeClerk, fakeSecondClerk } from './fake-people.ts';

interface FakeDesk {
  readonly changes: () => readonly Change[];
  readonly dossierOf: (id: string) => Dossier | null;
  readonly put: (change: Change) => void;
  readonly context: () => AuthoringContext;
}

export function fakeConflicts({
  changes,
  dossierOf,
  put,
  context,
}: FakeDesk): Pick<DataPort, 'conflictCase' | 'decideConflict' | 'reassign' | 'assignable'> {
  const caseOf = (id: string) => {
    const change = changes().find((one) => one._id === id);
    const dossier = change && dossierOf(change.dossier);
    return dossier ? conflictCaseOf(dossier, changes(), change) : null;
  };
  return {
    conflictCase: async (id) => caseOf(id),
    decideConflict: async (id, choices, seenVersion) => {
      const found = caseOf(id);
      const decision = found
        ? makeDecision(found, choices, seenVersion, context())
        : failed('NOT_FOUND');
      if (decision.ok) put(decision.value);
      return decision;
    },
    reassign: async (id, to, reason) => {
      const change = changes().find((one) => one._id === id);
      const handed = change ? handOn(change, to, reason, context()) : failed('NOT_FOUND');
      if (handed.ok) put(handed.value);
      return handed;
    },
    assignable: async () => ({ people: [fakeClerk, fakeSecondClerk], complete: true }),
  };
}
