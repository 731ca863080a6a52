/** Rank, step and coefficient against the tables of NĐ 204/2004/NĐ-CP. */
import { labelOf, payGroupsOfRank } from '../catalogue/index.ts';
import type { JsonObject } from '../canonical/json.ts';
import { formatDecimal } from '../dossier/display.ts';
import { coefficientFits, coefficientOf, payGroupOf, stepOf, stepsOf } from '../pay/index.ts';
import { numberAt, textAt } from './reading.ts';
import { remark, type CheckRemark } from './remark.ts';

/** NĐ 232/2026/NĐ-CP, Điều 18 khoản 2: from 1 July 2026 these groups are paid by the other one. */
const newGroups: Readonly<Record<string, string>> = { 'A2.2': 'A2.1', 'A3.2': 'A3.1' };

const rankPath = 'pay.rankCode';
const stepPath = 'pay.step';
const coefficientPath = 'pay.coefficient';

/** How many steps the groups of a rank have. */
export const stepCounts = (rank: string): readonly number[] =>
  payGroupsOfRank(rank).map((group) => stepsOf(group).length);

interface Pay {
  readonly rank: string;
  readonly step: number | undefined;
  readonly coefficient: number | undefined;
}

export function payChecks(content: JsonObject): readonly CheckRemark[] {
  const rank = textAt(content, rankPath);
  // A code that no list has is told of by the check of codes.
  if (rank === undefined || labelOf('rank', rank) === undefined) return [];
  const pay: Pay = {
    rank,
    step: numberAt(content, stepPath),
    coefficient: numberAt(content, coefficientPath),
  };
  const percent = numberAt(content, 'pay.beyondScalePercent');
  return [...coefficientChecks(pay), ...beyondScaleChecks(pay, percent)];
}

function coefficientChecks(pay: Pay): readonly CheckRemark[] {
  const { rank, step, coefficient } = pay;
  const counts = stepCounts(rank);
  if (step !== undefined && counts.every((count) => step < 1 || step > count)) {
    const details = { step, rank, steps: counts.join(' hoặc ') };
    return [remark('STEP_BEYOND_LAST', stepPath, [rankPath], details)];
  }
  if (coefficient === undefined) return [];
  const groups = payGroupsOfRank(rank);
  if (groups.some((group) => fits(group, step, coefficient))) return [];
  const moved = groups
    .flatMap((group) => newGroups[group] ?? [])
    .find((group) => fits(group, step, coefficient));
  const others = [rankPath, stepPath];
  if (moved !== undefined)
    return [remark('PAID_BY_NEW_GROUP', coefficientPath, others, { group: moved })];
  const details = mismatch(pay, coefficient, groups);
  return [remark('COEFFICIENT_DOES_NOT_FIT', coefficientPath, others, details)];
}

const fits = (group: string, step: number | undefined, coefficient: number): boolean =>
  step === undefined
    ? stepOf(group, coefficient) !== undefined
    : coefficientFits(group, step, coefficient);

function mismatch({ rank, step }: Pay, coefficient: number, groups: readonly string[]) {
  const allowed = groups.flatMap((group) =>
    step === undefined
      ? (payGroupOf(group)?.coefficients ?? [])
      : (coefficientOf(group, step) ?? []),
  );
  return {
    coefficient: formatDecimal(coefficient),
    rank,
    atStep: step === undefined ? '' : ` bậc ${step}`,
    expected: allowed.map(formatDecimal).join(step === undefined ? '; ' : ' hoặc '),
  };
}

function beyondScaleChecks(
  { rank, step }: Pay,
  percent: number | undefined,
): readonly CheckRemark[] {
  if (percent === undefined || percent === 0 || step === undefined) return [];
  if (stepCounts(rank).includes(step)) return [];
  const field = 'pay.beyondScalePercent';
  return [remark('BEYOND_SCALE_BEFORE_LAST_STEP', field, [rankPath, stepPath], { rank })];
}
