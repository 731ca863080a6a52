/** What a list writes of rank and steps beside their codes; whether they agree is for shared/checks. */
import { labelOf } from '../../catalogue/index.ts';
import { stepCounts } from '../../checks/pay.ts';
import type { Remark } from '../findings.ts';
import { isSameRankName } from './rank-name.ts';
import type { RowReading } from './row-reading.ts';

export function payRemarks(row: RowReading): readonly Remark[] {
  const rank = row.draft.pay?.rankCode;
  if (rank === undefined) return [];
  return [...rankNameRemarks(row, rank), ...totalRemarks(rank, row.stepTotal)];
}

function rankNameRemarks(row: RowReading, rank: string): readonly Remark[] {
  const label = labelOf('rank', rank) ?? '';
  if (row.rankName === null || isSameRankName(row.rankName, label)) return [];
  const details = { value: row.rankName, rank, label };
  return [{ code: 'RANK_NAME_DIFFERS', field: 'pay.rankCode', details }];
}

function totalRemarks(rank: string, total: number | null): readonly Remark[] {
  const counts = stepCounts(rank);
  if (total === null || counts.includes(total)) return [];
  const details = { total, rank, steps: counts.join(' hoặc ') };
  return [{ code: 'STEP_TOTAL_DIFFERS', field: 'pay.step', details }];
}
