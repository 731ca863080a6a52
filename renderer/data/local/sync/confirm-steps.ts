/**
 * The centre's copy has come back: steps that it covers are done with. One that the centre once took and then left out
 * (two halves of a split cluster, settled) goes back to the person.
 */
import { problem } from '../../../../shared/errors/index.ts';
import type { AnyDocument } from '../store/documents.ts';
import type { WorkItem } from '../work/work-item.ts';
import type { WorkList } from '../work/work-list.ts';
import { judge, type Judgement } from './judge-conflict.ts';

export async function confirmSteps(
  work: Pick<WorkList, 'stepsOf' | 'drop' | 'refuse'>,
  documents: readonly AnyDocument[],
): Promise<void> {
  const steps = documents.flatMap((document) =>
    work.stepsOf(document._id).map((step) => ({ step, is: judge(step.document, document) })),
  );
  const idsOf = (is: Judgement, also: (step: WorkItem) => boolean = () => true) =>
    steps.filter((one) => one.is === is && also(one.step)).map(({ step }) => step.id);
  const covered = idsOf('covered');
  if (covered.length > 0) await work.drop(covered);
  // What still waits is judged by the centre when it is sent.
  const lost = idsOf('lost', ({ state }) => state === 'sent');
  if (lost.length > 0)
    await work.refuse(lost.map((id) => ({ id, problem: problem('CHANGE_OUT_OF_DATE') })));
}
