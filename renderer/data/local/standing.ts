/**
 * Changes and approvals as they stand on this PC: the centre's copy with the unconfirmed steps laid over it. What a
 * restored centre has no more stands as it is held.
 */
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { LocalParts } from './local-parts.ts';

/** In the order of the ids; those not known here are left out. */
export async function standingChanges(
  { work, mirror, heldView }: LocalParts,
  ids: readonly string[],
): Promise<readonly Change[]> {
  const steps = new Map<string, Change>();
  for (const id of ids) {
    const last = work.stepsOf(id).at(-1)?.document;
    if (last?.type === 'change') steps.set(id, last);
  }
  const mirrored = await mirror.read(
    'change',
    ids.filter((id) => !steps.has(id)),
  );
  return ids.flatMap((id) => {
    const found = steps.get(id) ?? mirrored.get(id)?.document ?? heldView.shown(id);
    return found?.type === 'change' ? [found] : [];
  });
}

export async function standingChange(parts: LocalParts, id: string): Promise<Change | null> {
  const [change] = await standingChanges(parts, [id]);
  return change ?? null;
}

export async function standingApprovals(
  { work, mirror, heldView }: LocalParts,
  ids: readonly string[],
): Promise<readonly Approval[]> {
  const mirrored = await mirror.read('approval', ids);
  return ids.flatMap((id) => {
    const step = work.stepsOf(id).at(-1)?.document;
    const found = mirrored.get(id)?.document ?? step ?? heldView.shown(id);
    return found?.type === 'approval' ? [found] : [];
  });
}
