/** Rank, step and coefficient against the tables of NĐ 204/2004/NĐ-CP. */
import { labelOf, payGroupsOfRank } from '../../catalogue/index.ts';
import { formatDecimal } from '../../dossier/display.ts';
import { coefficientFits, coefficientOf, payGroupOf, stepOf, stepsOf } from '../../pay/index.ts';
import type { Remark } from '../findings.ts';
import { isSameRankName } from './rank-name.ts';
import type { RowReading } from './row-reading.ts';

/** NĐ 232/2026/NĐ-CP, Điều 18 khoản 2: from 1 July 2026 these groups are paid by the other one. */
const newGroups: Readonly<Record<string, string>> = { 'A2.2': 'A2.1', 'A3.2': 'A3.1' };

/** How many steps the groups of a rank have. */
const stepCounts = (rank: string): readonly number[] =>
  payGroupsOfRank(rank).map((group) => stepsOf(group).length);

interface Pay {
  readonly rank: string;
  readonly step: number | undefined;
  readonly coefficient: number | undefined;
}

export function payRemarks(row: RowReading): readonly Remark[] {
  const { rankCode, step, coefficient, beyondScalePercent } = row.draft.pay ?? {};
  if (rankCode === undefined) return [];
  const pay: Pay = { rank: rankCode, step, coefficient };
  return [
    ...rankNameRemarks(row, rankCode),
    ...totalRemarks(pay, row.stepTotal),
    ...coefficientRemarks(pay),
    ...beyondScaleRemarks(pay, beyondScalePercent),
  ];
}

function rankNameRemarks(row: RowReading, rank: string): readonly Remark[] {
  const label = labelOf('rank', rank) ?? '';
  if (row.rankName === null || isSameRankName(row.rankName, label)) return [];
  const details = { value: row.rankName, rank, label };
  return [{ code: 'RANK_NAME_DIFFERS', field: 'pay.rankCode', details }];
}

function totalRemarks({ rank }: Pay, total: number | null): readonly Remark[] {
  const counts = stepCounts(rank);
  if (total === null || counts.includes(total)) return [];
  const details = { total, rank, steps: counts.join(' hoặc ') };
  return [{ code: 'STEP_TOTAL_DIFFERS', field: 'pay.step', details }];
}

function coefficientRemarks(pay: Pay): readonly Remark[] {
  const { rank, step, coefficient } = pay;
  const counts = stepCounts(rank);
  if (step !== undefined && counts.every((count) => step < 1 || step > count)) {
    const details = { step, rank, steps: counts.join(' hoặc ') };
    return [{ code: 'STEP_BEYOND_LAST', field: 'pay.step', details }];
  }
  if (coefficient === undefined) return [];
  const groups = payGroupsOfRank(rank);
  if (groups.some((group) => fits(group, step, coefficient))) return [];
  const moved = groups
    .flatMap((group) => newGroups[group] ?? [])
    .find((group) => fits(group, step, coefficient));
  const field = 'pay.coefficient';
  if (moved !== undefined) {
    return [{ code: 'PAID_BY_NEW_GROUP', field, details: { group: moved } }];
  }
  return [{ code: 'COEFFICIENT_DOES_NOT_FIT', field, details: mismatch(pay, coefficient, groups) }];
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

function beyondScaleRemarks({ rank, step }: Pay, percent: number | undefined): readonly Remark[] {
  if (percent === undefined || percent === 0 || step === undefined) return [];
  if (stepCounts(rank).includes(step)) return [];
  const details = { rank };
  return [{ code: 'BEYOND_SCALE_BEFORE_LAST_STEP', field: 'pay.beyondScalePercent', details }];
}
