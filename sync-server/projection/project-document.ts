/** From a stored document to its rows in the read model. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import type { DossierSummary } from '../../shared/contract/http.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import type { Unit } from '../../shared/unit/unit.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';
import { bareDocument } from '../documents/documents.ts';
import type { ChangeRow, StoredDocument } from '../store/document-store.ts';
import { nameSortKey } from './sort-key.ts';

/** A line of a list, without what other tables know. */
export type SummaryBase = Omit<DossierSummary, 'unitName' | 'rankName' | 'openChanges'>;

function summaryOf({ _id, unit, content, status, version, updatedAtUtc }: Dossier): SummaryBase {
  const { identity, employment, pay } = content;
  return {
    id: _id,
    unit,
    fullName: identity.fullName,
    gender: identity.gender,
    birthDate: identity.birthDate,
    identityNumber: identity.identityNumber,
    position: employment?.position ?? '',
    rankCode: pay?.rankCode ?? '',
    step: pay?.step ?? null,
    coefficient: pay?.coefficient ?? null,
    status,
    version,
    updatedAtUtc,
  };
}

/** A blank before each word, so that a term is looked for at the beginnings of words. */
export function searchText({ fullName, identityNumber, position }: SummaryBase): string {
  return ` ${foldText(`${fullName} ${identityNumber} ${position}`)}`;
}

export type ProjectRow = (row: ChangeRow) => void;

export function createProjector(db: DatabaseSync): ProjectRow {
  const put = (sql: string) => {
    const statement = db.prepare(sql);
    return (...values: SQLInputValue[]) => void statement.run(...values);
  };
  const puts = {
    unit: put('INSERT OR REPLACE INTO units VALUES (?, ?, ?)'),
    dossier: put('INSERT OR REPLACE INTO dossiers VALUES (?, ?, ?, ?, ?, ?)'),
    change: put('INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?)'),
    approval: put('INSERT OR REPLACE INTO approvals VALUES (?, ?, ?, ?)'),
    contact: put('INSERT OR REPLACE INTO contacts VALUES (?, ?, ?)'),
  };
  const removals = ['units', 'dossiers', 'changes', 'approvals', 'contacts'].map((table) =>
    put(`DELETE FROM ${table} WHERE id = ?`),
  );

  // The type field was checked by whoever admitted the document, so each cast only says what it says.
  function project(doc: StoredDocument): void {
    const bare: unknown = bareDocument(doc);
    switch (doc.type) {
      case 'unit':
        return puts.unit(doc._id, (bare as Unit).code, JSON.stringify(bare));
      case 'dossier':
        return projectDossier(bare as Dossier);
      case 'change':
        return projectChange(bare as Change);
      case 'approval':
        return projectApproval(bare as Approval);
      case 'contact':
        return puts.contact(doc._id, String(doc.unit), String(doc.atUtc));
      default:
        // Catalogues, design documents and what a later version will bring are none of its business.
        return;
    }
  }
  function projectDossier(dossier: Dossier): void {
    const summary = summaryOf(dossier);
    const sort = nameSortKey(summary.fullName);
    const json = JSON.stringify(summary);
    puts.dossier(dossier._id, dossier.unit, sort, searchText(summary), dossier.status, json);
  }
  function projectChange({ _id, unit, dossier, state, ...change }: Change): void {
    puts.change(_id, unit, dossier, state, change.receivedAtUtc ?? '');
  }
  function projectApproval({ _id, unit, outcome }: Approval): void {
    puts.approval(_id, unit, outcome?.state ?? '', outcome?.receivedAtUtc ?? '');
  }

  return ({ id, deleted, doc }) => {
    if (deleted) for (const remove of removals) remove(id);
    else if (doc) project(doc);
  };
}
