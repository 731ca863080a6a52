/** Chooses between the readings of a step cell by what the rank allows. */
import { payGroupsOfRank } from '../../catalogue/index.ts';
import { stepsOf } from '../../pay/index.ts';
import type { StepReading } from '../cells/reading.ts';
import type { DraftContent } from './draft.ts';
import type { Remark } from '../findings.ts';

/** How many steps the groups of a rank have. */
export const stepCounts = (rankCode: string): readonly number[] =>
  payGroupsOfRank(rankCode).map((group) => stepsOf(group).length);

export interface SettledStep {
  readonly content: DraftContent;
  readonly total: number | null;
  readonly remarks: readonly Remark[];
}

/** A cell that Excel made a date has two readings: the one whose total the rank has is taken. */
export function settleSteps(
  readings: readonly StepReading[],
  rankCode: string | undefined,
): SettledStep {
  const counts = rankCode === undefined ? [] : stepCounts(rankCode);
  const fitting = readings.find(({ total }) => total !== null && counts.includes(total));
  const chosen = fitting ?? readings[0];
  if (!chosen) return { content: {}, total: null, remarks: [] };
  const { step, total, fromDate } = chosen;
  const details = { step, total: total ?? 0 };
  return {
    content: { pay: { step } },
    total,
    remarks: fromDate ? [{ code: 'STEP_READ_FROM_DATE', field: 'pay.step', details }] : [],
  };
}
