/** Approvals that were accepted but not applied, because a server ended in between: applied now. */
import type { Place } from '../projection/desk-queries.ts';

/**
 * Another server may apply the same one at the same time: applying is idempotent. One that cannot be applied
 * (a forged one never can) does not keep the others waiting.
 */
export async function resumeApprovals(
  unapplied: () => Promise<readonly Place[]>,
  apply: (unit: string, id: string) => Promise<string>,
  onFailure: (error: unknown) => void,
): Promise<void> {
  for (const { unit, id } of await unapplied()) await apply(unit, id).catch(onFailure);
}
