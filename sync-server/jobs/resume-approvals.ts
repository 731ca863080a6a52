/** Approvals that were accepted but not applied, because a server ended in between: applied now. */
import type { Place } from '../projection/desk-queries.ts';

/** Another server may apply the same one at the same time: applying is idempotent. */
export async function resumeApprovals(
  unapplied: () => Promise<readonly Place[]>,
  apply: (unit: string, id: string) => Promise<string>,
): Promise<void> {
  for (const { unit, id } of await unapplied()) await apply(unit, id);
}
