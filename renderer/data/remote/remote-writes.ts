/** Work done in a browser: it is safe when the centre has it, so every step waits for the centre's answer. */
import { approvalSchema } from '../../../shared/approval/approval.ts';
import { changeSchema, type Change } from '../../../shared/change/change.ts';
import { dossierResponseSchema } from '../../../shared/contract/http.ts';
import type { Dossier } from '../../../shared/dossier/dossier.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import { draftChange, type AuthoringContext } from '../authoring/draft-change.ts';
import { announcedBy } from '../authoring/evidence.ts';
import { makeApproval } from '../authoring/make-approval.ts';
import { nextStep, sendAgain } from '../authoring/next-step.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { pushRows, type PushRow, type RowAnswer } from '../gateway/push-rows.ts';
import type { DataPort } from '../port/data-port.ts';
import type { ScanPort } from '../port/scan-port.ts';
import type { KnownChanges } from './known-changes.ts';
import type { KnownChange } from './remote-reads.ts';

export type RemoteWrites = Pick<DataPort, 'submit' | 'move' | 'resubmit' | 'approve'>;

export interface RemoteWriteParts {
  readonly client: GatewayClient;
  readonly known: KnownChanges;
  readonly scans: ScanPort;
  readonly context: () => AuthoringContext;
  /** Something was stored at the centre. */
  readonly stored: () => void;
}

interface Prepared {
  readonly change: Change;
  readonly assumedRev: string | null;
}

async function dossierOf(
  client: GatewayClient,
  id: string | null,
): Promise<Result<Dossier | null>> {
  if (id === null) return done(null);
  const path = `/api/dossiers/${encodeURIComponent(id)}`;
  const found = await client.get(path, dossierResponseSchema);
  if (found.ok) return done(found.value.dossier);
  return found.problem.code === 'NOT_FOUND' ? done(null) : found;
}

function outcomeOf(sent: Change, answer: RowAnswer): Result<Change> {
  switch (answer.outcome) {
    case 'stored':
      return done(sent);
    case 'conflict':
      return failed('CHANGE_OUT_OF_DATE');
    case 'refused':
    case 'unanswered':
      return { ok: false, problem: answer.problem };
  }
}

/** What stands at the centre after the answer, for the next step. */
function standingOf(sent: Change, answer: RowAnswer): KnownChange | null {
  if (answer.outcome === 'stored') return { rev: answer.rev, change: sent };
  if (answer.outcome !== 'conflict') return null;
  const master = changeSchema.safeParse(answer.master.doc);
  return master.success ? { rev: answer.master.rev, change: master.data } : null;
}

/** A change goes when its scans are at the centre: a browser that is closed sends nothing more. */
async function withScans(
  scans: ScanPort,
  prepared: readonly Result<Prepared>[],
): Promise<readonly Result<Prepared>[]> {
  const checked: Result<Prepared>[] = [];
  for (const entry of prepared) {
    const sent = entry.ok ? await scans.send(announcedBy(entry.value.change)) : entry;
    checked.push(sent.ok ? entry : sent);
  }
  return checked;
}

/** Sends what could be prepared; one Result per entry, in order. */
export async function sendAll(
  parts: RemoteWriteParts,
  prepared: readonly Result<Prepared>[],
  onProgress?: (done: number) => void,
): Promise<readonly Result<Change>[]> {
  const checked = await withScans(parts.scans, prepared);
  const ready = checked.flatMap((entry) => (entry.ok ? [entry.value] : []));
  const rows = ready.map(({ change, assumedRev }): PushRow => ({ assumedRev, doc: { ...change } }));
  const outcome = await pushRows(parts.client, rows, onProgress);
  const results = ready.map(({ change }, index): Result<Change> => {
    const answer = outcome.answers[index];
    if (!answer) return failed('SERVER_UNREACHABLE');
    const standing = standingOf(change, answer);
    if (standing) parts.known.remember([standing]);
    return outcomeOf(change, answer);
  });
  if (results.some((result) => result.ok)) parts.stored();
  let next = 0;
  return checked.map((entry) => {
    if (!entry.ok) return entry;
    next += 1;
    return results[next - 1] ?? failed('SERVER_UNREACHABLE');
  });
}

export const withRev = (change: Result<Change>, assumedRev: string | null): Result<Prepared> =>
  change.ok ? done({ change: change.value, assumedRev }) : change;

async function submit(
  parts: RemoteWriteParts,
  ...[drafts, onProgress]: Parameters<DataPort['submit']>
): ReturnType<DataPort['submit']> {
  const prepared: Result<Prepared>[] = [];
  for (const draft of drafts) {
    const dossier = await dossierOf(parts.client, draft.kind === 'create' ? null : draft.dossier);
    const change = dossier.ok ? draftChange(draft, dossier.value, parts.context()) : dossier;
    prepared.push(withRev(change, null));
  }
  return sendAll(parts, prepared, onProgress);
}

async function approve(
  parts: RemoteWriteParts,
  input: Parameters<DataPort['approve']>[0],
): ReturnType<DataPort['approve']> {
  const known = await parts.known.find(input.changes);
  const changes: Change[] = [];
  for (const row of known) {
    if (!row.ok) return row;
    changes.push(row.value.change);
  }
  const approval = await makeApproval({ ...input, changes }, parts.context());
  if (!approval.ok) return approval;
  const doc = approvalSchema.parse(approval.value);
  const sent = await pushRows(parts.client, [{ assumedRev: null, doc: { ...doc } }]);
  const answer = sent.answers[0];
  if (!answer) return failed('SERVER_UNREACHABLE');
  if (answer.outcome === 'stored') {
    parts.stored();
    return approval;
  }
  if (answer.outcome === 'conflict') return failed('APPROVAL_ALREADY_USED');
  return { ok: false, problem: answer.problem };
}

export function remoteWrites(parts: RemoteWriteParts): RemoteWrites {
  return {
    submit: (drafts, onProgress) => submit(parts, drafts, onProgress),
    move: async (ids, to, reason) => {
      const known = await parts.known.find(ids);
      const prepared = known.map((row) =>
        row.ok
          ? withRev(nextStep(row.value.change, to, reason, parts.context()), row.value.rev)
          : row,
      );
      return sendAll(parts, prepared);
    },
    resubmit: async (id, patch, clockFrom, evidence) => {
      const [row] = await parts.known.find([id]);
      if (!row) return failed('NOT_FOUND');
      if (!row.ok) return row;
      const { change, rev } = row.value;
      const dossier = await dossierOf(parts.client, change.dossier);
      if (!dossier.ok) return dossier;
      const next = sendAgain(
        change,
        { patch, clockFrom, evidence },
        dossier.value,
        parts.context(),
      );
      const [sent] = await sendAll(parts, [withRev(next, rev)]);
      return sent ?? failed('SERVER_UNREACHABLE');
    },
    approve: (input) => approve(parts, input),
  };
}
