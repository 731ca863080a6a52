/** What a person does, with or without a line: each step is checked, kept on this disk, and sent later. */
import type { Change } from '../../../shared/change/change.ts';
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import { draftChange } from '../authoring/draft-change.ts';
import { newDossierId } from '../authoring/ids.ts';
import { makeApproval } from '../authoring/make-approval.ts';
import { nextStep, sendAgain } from '../authoring/next-step.ts';
import type { DataPort } from '../port/data-port.ts';
import type { LocalParts } from './local-parts.ts';
import { standingChange, standingChanges } from './standing.ts';

export type LocalWrites = Pick<
  DataPort,
  'submit' | 'move' | 'resubmit' | 'approve' | 'mend' | 'discard'
>;

/** Small enough that progress moves, large enough that a list of 5,000 is saved in seconds. */
const batchSize = 200;

async function keep(parts: LocalParts, results: readonly Result<Change>[]): Promise<void> {
  const changes = results.flatMap((result) => (result.ok ? [result.value] : []));
  if (changes.length > 0) await parts.work.add(changes);
}

async function submit(
  parts: LocalParts,
  ...[drafts, onProgress]: Parameters<DataPort['submit']>
): ReturnType<DataPort['submit']> {
  const results: Result<Change>[] = [];
  for (let start = 0; start < drafts.length; start += batchSize) {
    const batch = drafts.slice(start, start + batchSize);
    const ids = batch.flatMap((draft) => (draft.kind === 'create' ? [] : (draft.dossier ?? [])));
    const dossiers = await parts.mirror.read('dossier', ids);
    const made = batch.map((draft) =>
      draftChange(draft, dossiers.get(draft.dossier ?? '')?.document ?? null, parts.context()),
    );
    await keep(parts, made);
    results.push(...made);
    onProgress?.(results.length);
  }
  return results;
}

async function move(
  parts: LocalParts,
  ...[ids, to, reason]: Parameters<DataPort['move']>
): ReturnType<DataPort['move']> {
  const standing = new Map((await standingChanges(parts, ids)).map((one) => [one._id, one]));
  const results = ids.map((id): Result<Change> => {
    const change = standing.get(id);
    return change ? nextStep(change, to, reason, parts.context()) : failed('NOT_FOUND');
  });
  await keep(parts, results);
  return results;
}

async function resubmit(
  parts: LocalParts,
  ...[id, patch, clockFrom]: Parameters<DataPort['resubmit']>
): ReturnType<DataPort['resubmit']> {
  const change = await standingChange(parts, id);
  if (!change) return failed('NOT_FOUND');
  const dossiers = await parts.mirror.read('dossier', [change.dossier]);
  const dossier = dossiers.get(change.dossier)?.document ?? null;
  const result = sendAgain(change, { patch, clockFrom }, dossier, parts.context());
  await keep(parts, [result]);
  return result;
}

async function approve(
  parts: LocalParts,
  input: Parameters<DataPort['approve']>[0],
): ReturnType<DataPort['approve']> {
  const changes = await standingChanges(parts, input.changes);
  if (changes.length !== input.changes.length) return failed('NOT_FOUND');
  const approval = await makeApproval({ ...input, changes }, parts.context());
  if (approval.ok) await parts.work.add([approval.value]);
  return approval;
}

/** A refused change, sent anew: as the next step where the centre waits for one, else as a new change. */
async function mend(
  parts: LocalParts,
  ...[id, patch]: Parameters<DataPort['mend']>
): ReturnType<DataPort['mend']> {
  const item = parts.work.get(id);
  if (item?.state !== 'refused' || item.document.type !== 'change') return failed('NOT_FOUND');
  const refused = item.document;
  const standing = await standingChange(parts, refused._id);
  if (standing?.state === 'returned') {
    const again = await resubmit(parts, refused._id, patch, refused.clockFrom);
    if (again.ok) await parts.work.drop([id]);
    return again;
  }
  const dossier =
    (await parts.mirror.read('dossier', [refused.dossier])).get(refused.dossier)?.document ?? null;
  const { unit, kind, clockFrom } = refused;
  const target = item.problem?.code === 'DOSSIER_EXISTS' ? newDossierId() : refused.dossier;
  const baseVersion = dossier?.version ?? refused.baseVersion;
  const draft = { unit, dossier: target, kind, baseVersion, patch, clockFrom };
  const change = draftChange(draft, dossier, parts.context());
  if (!change.ok) return change;
  // First the new, then the old: a crash between leaves both to be seen, never neither.
  await parts.work.add([change.value]);
  await parts.work.drop([id]);
  return done(change.value);
}

export function localWrites(parts: LocalParts): LocalWrites {
  return {
    submit: (drafts, onProgress) => submit(parts, drafts, onProgress),
    move: (ids, to, reason) => move(parts, ids, to, reason),
    resubmit: (id, patch, clockFrom) => resubmit(parts, id, patch, clockFrom),
    approve: (input) => approve(parts, input),
    mend: (id, patch) => mend(parts, id, patch),
    discard: (id) => parts.work.drop([id]),
  };
}
