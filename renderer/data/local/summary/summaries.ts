/**
 * What is known of every document without opening it: lists, search and counts run on this, in memory.
 * Rows on the disk are sealed, so nothing could be searched there; and this is faster than IndexedDB.
 */
import type { Approval } from '../../../../shared/approval/approval.ts';
import type { Change } from '../../../../shared/change/change.ts';
import type { StreamName } from '../../../../shared/contract/sync.ts';
import type { Unit } from '../../../../shared/unit/unit.ts';
import type { AnyDocument } from '../store/documents.ts';
import { changeEntry, createChangeList, type ChangeEntry, type ChangeList } from './change-list.ts';
import { createDossierList, type DossierList } from './dossier-list.ts';
import { summaryOfDossier, type SummaryCore } from './dossier-summary.ts';

export interface ApprovalEntry {
  readonly id: string;
  readonly unit: string;
  readonly createdAtUtc: string;
  /** When it took effect at the centre. */
  readonly receivedAtUtc: string | null;
}

export interface Summaries {
  readonly dossiers: DossierList;
  readonly changes: ChangeList;
  readonly approvals: ReadonlyMap<string, ApprovalEntry>;
  readonly units: ReadonlyMap<string, Unit>;
  /** The centre's documents, as they come in. */
  mirror(stream: StreamName, documents: readonly AnyDocument[], removed: readonly string[]): void;
  /** Entries kept from the last run. */
  restore(kept: SummaryContents): void;
  contents(): SummaryContents;
  /** An unconfirmed step of this PC; null when there is none any more. */
  layChange(id: string, change: Change | null): void;
  layApproval(id: string, approval: Approval | null): void;
}

export interface SummaryContents {
  readonly units: readonly Unit[];
  readonly dossiers: readonly SummaryCore[];
  readonly changes: readonly ChangeEntry[];
  readonly approvals: readonly ApprovalEntry[];
}

export const approvalEntry = (approval: Approval): ApprovalEntry => ({
  id: approval._id,
  unit: approval.unit,
  createdAtUtc: approval.manifest.createdAtUtc,
  receivedAtUtc: approval.outcome?.receivedAtUtc ?? null,
});

/** Lists show dossiers, and the persons of `create` changes still under way. */
function showPersons(
  dossiers: DossierList,
  changes: ChangeList,
  touched: readonly (ChangeEntry | undefined)[],
): void {
  const shown: SummaryCore[] = [];
  const gone: string[] = [];
  for (const id of new Set(touched.flatMap((entry) => entry?.dossier ?? []))) {
    if ((dossiers.get(id)?.version ?? 0) > 0) continue;
    const person = changes.ofDossier(id).find((entry) => entry.person)?.person;
    if (person) shown.push(person);
    else gone.push(id);
  }
  dossiers.set(shown);
  dossiers.remove(gone);
}

export function createSummaries(): Summaries {
  const dossiers = createDossierList();
  const changes = createChangeList();
  const units = new Map<string, Unit>();
  const mirroredApprovals = new Map<string, ApprovalEntry>();
  const approvals = new Map<string, ApprovalEntry>();

  const setChanges = (entries: readonly ChangeEntry[], removed: readonly string[]) => {
    const touched = [...entries, ...removed.map((id) => changes.get(id))];
    changes.setMirrored(entries);
    changes.removeMirrored(removed);
    showPersons(dossiers, changes, touched);
  };
  const setDossiers = (summaries: readonly SummaryCore[], removed: readonly string[]) => {
    dossiers.set(summaries);
    dossiers.remove(removed);
    showPersons(
      dossiers,
      changes,
      removed.flatMap((id) => changes.ofDossier(id)),
    );
  };
  const setApprovals = (entries: readonly ApprovalEntry[], removed: readonly string[]) => {
    for (const entry of entries) {
      mirroredApprovals.set(entry.id, entry);
      approvals.set(entry.id, entry);
    }
    for (const id of removed) {
      mirroredApprovals.delete(id);
      approvals.delete(id);
    }
  };
  const setUnits = (list: readonly Unit[], removed: readonly string[]) => {
    for (const unit of list) units.set(unit.code, unit);
    for (const id of removed) units.delete(id.replace(/^unit:/, ''));
  };

  return {
    dossiers,
    changes,
    approvals,
    units,
    mirror: (stream, documents, removed) => {
      const ofType = <T extends StreamName>(type: T) =>
        documents.filter((one): one is Extract<AnyDocument, { type: T }> => one.type === type);
      if (stream === 'unit') setUnits(ofType('unit'), removed);
      // Code lists are no lines of a list: the shelf has them.
      else if (stream === 'catalogue') return;
      else if (stream === 'dossier') setDossiers(ofType('dossier').map(summaryOfDossier), removed);
      else if (stream === 'change') setChanges(ofType('change').map(changeEntry), removed);
      else setApprovals(ofType('approval').map(approvalEntry), removed);
    },
    restore: (kept) => {
      setUnits(kept.units, []);
      setDossiers(kept.dossiers, []);
      setChanges(kept.changes, []);
      setApprovals(kept.approvals, []);
    },
    contents: () => ({
      units: [...units.values()],
      dossiers: [...dossiers.all()].filter(({ version }) => version > 0),
      changes: [...changes.mirrored()],
      approvals: [...mirroredApprovals.values()],
    }),
    layChange: (id, change) => {
      const before = changes.get(id);
      changes.lay(id, change ? changeEntry(change) : null);
      showPersons(dossiers, changes, [before, changes.get(id)]);
    },
    layApproval: (id, approval) => {
      const below = mirroredApprovals.get(id);
      const entry = approval && !below ? approvalEntry(approval) : below;
      if (entry) approvals.set(id, entry);
      else approvals.delete(id);
    },
  };
}
