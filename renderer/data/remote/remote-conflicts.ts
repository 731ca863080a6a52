/** Conflict cases in a browser: read from the centre, decided and handed on there. */
import { conflictCaseOf, type ConflictCase } from '../../../shared/change/conflict-case.ts';
import { peopleResponseSchema } from '../../../shared/contract/http.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import { handOn, makeDecision } from '../authoring/conflict-steps.ts';
import type { DataPort } from '../port/data-port.ts';
import { orThrow } from '../gateway/or-throw.ts';
import { readDossier } from './remote-reads.ts';
import { sendAll, withRev, type RemoteWriteParts } from './remote-writes.ts';

export type RemoteConflicts = Pick<
  DataPort,
  'conflictCase' | 'decideConflict' | 'reassign' | 'assignable'
>;

/** The change anew from the centre: what was seen an hour ago may have been decided since. */
async function readCase(parts: RemoteWriteParts, id: string): Promise<Result<ConflictCase | null>> {
  const [known] = await parts.known.find([id]);
  if (!known) return failed('NOT_FOUND');
  if (!known.ok) return known.problem.code === 'NOT_FOUND' ? done(null) : known;
  const view = await readDossier(parts.client, known.value.change.dossier);
  const change = view?.changes.find(({ _id }) => _id === id);
  return done(view?.dossier && change ? conflictCaseOf(view.dossier, view.changes, change) : null);
}

export function remoteConflicts(parts: RemoteWriteParts): RemoteConflicts {
  return {
    conflictCase: async (id) => orThrow(await readCase(parts, id)),
    decideConflict: async (id, choices, seenVersion) => {
      const found = await readCase(parts, id);
      if (!found.ok) return found;
      if (!found.value) return failed('NOT_FOUND');
      const decision = makeDecision(found.value, choices, seenVersion, parts.context());
      // A returned decision goes on from the revision that was seen of it.
      const returned = found.value.decision;
      const [known] = returned ? await parts.known.find([returned._id]) : [];
      const [sent] = await sendAll(parts, [withRev(decision, known?.ok ? known.value.rev : null)]);
      return sent ?? failed('SERVER_UNREACHABLE');
    },
    reassign: async (id, to, reason) => {
      const [known] = await parts.known.find([id]);
      if (!known) return failed('NOT_FOUND');
      if (!known.ok) return known;
      const { change, rev } = known.value;
      const handed = handOn(change, to, reason, parts.context());
      const [sent] = await sendAll(parts, [withRev(handed, rev)]);
      return sent ?? failed('SERVER_UNREACHABLE');
    },
    assignable: async (unit) => {
      const path = `/api/people?unit=${encodeURIComponent(unit)}`;
      const { people } = orThrow(await parts.client.get(path, peopleResponseSchema));
      return { people, complete: true };
    },
  };
}
