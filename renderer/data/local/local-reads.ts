/** Questions answered from this disk, with or without a line. */
import type { Approval } from '../../../shared/approval/approval.ts';
import { labelOf } from '../../../shared/catalogue/index.ts';
import { receiptOf, type Receipt } from '../../../shared/change/receipt.ts';
import { approvalEvidenceSchema, type DossierSummary } from '../../../shared/contract/http.ts';
import { unitCovers } from '../../../shared/unit/unit.ts';
import type { DataPort, Delivery, DossierView } from '../port/data-port.ts';
import type { LocalParts } from './local-parts.ts';
import { standingApprovals, standingChange, standingChanges } from './standing.ts';
import { newestFirst } from './summary/change-list.ts';
import type { SummaryCore } from './summary/dossier-summary.ts';
import { unitSummaries } from './summary/unit-summaries.ts';
import { atRiskItems } from './work/at-risk.ts';
import { refusedItem } from './work/work-item.ts';

export type LocalReads = Pick<
  DataPort,
  | 'units'
  | 'dossiers'
  | 'dossier'
  | 'changes'
  | 'delivery'
  | 'receipt'
  | 'atRisk'
  | 'approvals'
  | 'evidence'
  | 'refused'
>;

/** Words of others (the unit's name, the department's for a rank) are looked up when a row is shown. */
function shown({ summaries }: LocalParts, core: SummaryCore): DossierSummary {
  return {
    ...core,
    rankName: labelOf('rank', core.rankCode) ?? '',
    unitName: summaries.units.get(core.unit)?.name ?? core.unit,
    openChanges: summaries.changes.openOf(core.id),
  };
}

const newestApprovalFirst = (a: Approval, b: Approval): number =>
  a.manifest.createdAtUtc < b.manifest.createdAtUtc ? 1 : -1;

export async function dossierView(parts: LocalParts, id: string): Promise<DossierView | null> {
  const entries = [...parts.summaries.changes.ofDossier(id)].sort(newestFirst);
  const dossier = (await parts.mirror.read('dossier', [id])).get(id)?.document ?? null;
  if (!dossier && entries.length === 0) return null;
  const changes = await standingChanges(
    parts,
    entries.map((entry) => entry.id),
  );
  const named = [
    ...(dossier?.applied.map((entry) => entry.approval) ?? []),
    ...entries.flatMap((entry) => entry.approval ?? []),
  ];
  const approvals = await standingApprovals(parts, [...new Set(named)]);
  return { dossier, changes, approvals: [...approvals].sort(newestApprovalFirst) };
}

function deliveryOf({ work, heldView }: LocalParts, id: string): Delivery {
  const steps = work.stepsOf(id);
  if (steps.some(({ state }) => state === 'waiting')) return 'onThisDisk';
  if (steps.length === 0 && heldView.isLacking(id)) return 'onThisDisk';
  // A refused step of a change that the centre has in an earlier state: the person must know.
  return work.isRefused(id) ? 'refused' : 'atCentre';
}

async function localReceipt(parts: LocalParts, id: string): Promise<Receipt | null> {
  const { mirror, work } = parts;
  const refused = work.refused().find(({ document }) => document._id === id)?.document;
  const kept = refused?.type === 'change' ? refused : null;
  const standing = (await standingChange(parts, id)) ?? kept;
  if (!standing) return null;
  const steps = work.stepsOf(id);
  return receiptOf({
    standing,
    master: (await mirror.read('change', [id])).get(id)?.document ?? null,
    waiting: steps.some(({ state }) => state === 'waiting'),
    acknowledged: steps.some(({ state }) => state === 'sent'),
    refused: work.isRefused(id),
    lacking: steps.length === 0 && parts.heldView.isLacking(id),
    backupAtUtc: parts.backupAtUtc(),
    keptHere: true,
  });
}

export function localReads(parts: LocalParts): LocalReads {
  const { summaries, client, work } = parts;
  return {
    units: () => Promise.resolve(unitSummaries(summaries, parts.lastContactUtc())),
    dossiers: (query) => {
      const { total, rows } = summaries.dossiers.find(query);
      return Promise.resolve({ total, rows: rows.map((core) => shown(parts, core)) });
    },
    dossier: (id) => dossierView(parts, id),
    changes: (query) =>
      standingChanges(
        parts,
        summaries.changes.find(query).map(({ id }) => id),
      ),
    delivery: (ids) => Promise.resolve(new Map(ids.map((id) => [id, deliveryOf(parts, id)]))),
    receipt: (id) => localReceipt(parts, id),
    atRisk: async () => atRiskItems(work, parts.heldView, await parts.carriedSince()),
    approvals: async (unit) => {
      const ids = [...summaries.approvals.values()]
        .filter((entry) => unit === undefined || unitCovers(unit, entry.unit))
        .map(({ id }) => id);
      return [...(await standingApprovals(parts, ids))].sort(newestApprovalFirst);
    },
    evidence: async (id) => {
      const path = `/api/approvals/${encodeURIComponent(id)}`;
      const answer = await client.get(path, approvalEvidenceSchema);
      return answer.ok ? answer.value : null;
    },
    refused: () => Promise.resolve(work.refused().map(refusedItem)),
  };
}
