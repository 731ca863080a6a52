/** The centre's copy has come back: steps that it covers are done with. */
import type { AnyDocument } from '../store/documents.ts';
import type { WorkList } from '../work/work-list.ts';
import { judge } from './judge-conflict.ts';

export async function confirmSteps(
  work: WorkList,
  documents: readonly AnyDocument[],
): Promise<void> {
  const covered = documents.flatMap((document) =>
    work
      .stepsOf(document._id)
      .filter((step) => judge(step.document, document) === 'covered')
      .map(({ id }) => id),
  );
  if (covered.length > 0) await work.drop(covered);
}
