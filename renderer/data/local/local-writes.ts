/** What a person does, with or without a line: each step is checked, kept on this disk, and sent later. */
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import { failed, ProblemError, type Result } from '../../../shared/errors/index.ts';
import { draftChange } from '../authoring/draft-change.ts';
import { announcedBy } from '../authoring/evidence.ts';
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

/** What one message to the main process may announce. */
const mostScansAtOnce = 400;

/** What the disk did not take is not saved: those steps come back as the problem, to be saved again. */
async function keep<T extends Change | Approval>(
  parts: LocalParts,
  results: readonly Result<T>[],
): Promise<readonly Result<T>[]> {
  const steps = results.flatMap((result) => (result.ok ? [result.value] : []));
  if (steps.length === 0) return results;
  try {
    await parts.work.add(steps);
    return results;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const notKept: Result<T> = { ok: false, problem: error.problem };
    return results.map((result) => (result.ok ? notKept : result));
  }
}

/** With the scans first: a change whose scans nobody sends would wait at the centre for ever. */
async function keepWithScans(
  parts: LocalParts,
  results: readonly Result<Change>[],
): Promise<readonly Result<Change>[]> {
  const announced = results.flatMap((result) => (result.ok ? announcedBy(result.value) : []));
  for (let start = 0; start < announced.length; start += mostScansAtOnce) {
    const scans = await parts.scans.send(announced.slice(start, start + mostScansAtOnce));
    if (!scans.ok) return results.map((result) => (result.ok ? scans : result));
  }
  return keep(parts, results);
}

async function keepOne(parts: LocalParts, result: Result<Change>): Promise<Result<Change>> {
  const [kept = result] = await keepWithScans(parts, [result]);
  return kept;
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
    results.push(...(await keepWithScans(parts, made)));
    onProgress?.(results.length);
  }
  return results;
}

async function move(
  parts: LocalParts,
  ...[ids, to, reason]: Parameters<DataPort['move']>
): ReturnType<DataPort['move']> {
  const standing = new Map((await standingChanges(parts, ids)).map((one) => [one._id, one]));
  const results: Result<Change>[] = [];
  // In parts, each durable or not as a whole: what is answered as not saved is not there later.
  for (let start = 0; start < ids.length; start += batchSize) {
    const moved = ids.slice(start, start + batchSize).map((id): Result<Change> => {
      const change = standing.get(id);
      return change ? nextStep(change, to, reason, parts.context()) : failed('NOT_FOUND');
    });
    results.push(...(await keep(parts, moved)));
  }
  return results;
}

async function resubmit(
  parts: LocalParts,
  ...[id, patch, clockFrom, evidence]: Parameters<DataPort['resubmit']>
): ReturnType<DataPort['resubmit']> {
  const change = await standingChange(parts, id);
  if (!change) return failed('NOT_FOUND');
  const dossiers = await parts.mirror.read('dossier', [change.dossier]);
  const dossier = dossiers.get(change.dossier)?.document ?? null;
  const result = sendAgain(change, { patch, clockFrom, evidence }, dossier, parts.context());
  return keepOne(parts, result);
}

async function approve(
  parts: LocalParts,
  input: Parameters<DataPort['approve']>[0],
): ReturnType<DataPort['approve']> {
  const changes = await standingChanges(parts, input.changes);
  if (changes.length !== input.changes.length) return failed('NOT_FOUND');
  const approval = await makeApproval({ ...input, changes }, parts.context());
  const [kept = approval] = await keep(parts, [approval]);
  return kept;
}

/** A refused change, sent anew: as the next step where the centre waits for one, else as a new change. */
async function mend(
  parts: LocalParts,
  ...[id, { patch, seenVersion, evidence }]: Parameters<DataPort['mend']>
): ReturnType<DataPort['mend']> {
  const item = parts.work.get(id);
  if (item?.state !== 'refused' || item.document.type !== 'change') return failed('NOT_FOUND');
  const refused = item.document;
  const standing = await standingChange(parts, refused._id);
  if (standing?.state === 'returned') {
    const again = await resubmit(parts, refused._id, patch, refused.clockFrom, evidence);
    if (again.ok) await parts.work.drop([id]);
    return again;
  }
  const dossier =
    (await parts.mirror.read('dossier', [refused.dossier])).get(refused.dossier)?.document ?? null;
  const { unit, kind, clockFrom } = refused;
  const target = item.problem?.code === 'DOSSIER_EXISTS' ? newDossierId() : refused.dossier;
  // Not the version of this moment: what came in meanwhile was not seen, and must not be passed over.
  const baseVersion = seenVersion ?? refused.baseVersion;
  const scans = evidence ?? refused.evidence;
  const draft = { unit, dossier: target, kind, baseVersion, patch, clockFrom, evidence: scans };
  const change = draftChange(draft, dossier, parts.context());
  if (!change.ok) return change;
  // First the new, then the old: a crash between leaves both to be seen, never neither.
  const kept = await keepOne(parts, change);
  if (kept.ok) await parts.work.drop([id]);
  return kept;
}

async function discard({ work, held, heldView }: LocalParts, id: string): Promise<void> {
  const version = held.all().find((one) => one.id === id);
  if (!version) return work.drop([id]);
  // With the earlier versions of it that are held: they are not listed by themselves.
  await held.release(held.of(version.document._id).map((one) => one.id));
  await heldView.look();
}

export function localWrites(parts: LocalParts): LocalWrites {
  return {
    submit: (drafts, onProgress) => submit(parts, drafts, onProgress),
    move: (ids, to, reason) => move(parts, ids, to, reason),
    resubmit: (...input) => resubmit(parts, ...input),
    approve: (input) => approve(parts, input),
    mend: (...input) => mend(parts, ...input),
    discard: (id) => discard(parts, id),
  };
}
