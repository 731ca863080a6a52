/** From a stored document to its rows in the read model. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Approval } from '../../shared/approval/approval.ts';
import type { Change } from '../../shared/change/change.ts';
import type { DossierSummary } from '../../shared/contract/http.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { unitOfDatabase, type Unit } from '../../shared/unit/unit.ts';
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

/** Projects a row of a database's changes. @throws for a document that is not what its type says */
export type ProjectRow = (database: string, row: ChangeRow) => void;

/** What lists sort, search and show; the rest of a malformed dossier does no harm here. */
function assertReadable(summary: SummaryBase): void {
  const { fullName, gender, birthDate, identityNumber, position, rankCode, status } = summary;
  const texts: readonly unknown[] = [fullName, gender, birthDate, identityNumber, position];
  if (![...texts, rankCode, status].every((text) => typeof text === 'string'))
    throw new TypeError('a field of the summary is no text');
}

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
  const ofUnit = ['dossiers', 'changes', 'approvals'].map((table) =>
    put(`DELETE FROM ${table} WHERE id = ? AND unit = ?`),
  );
  const ofProvince = ['units', 'contacts'].map((table) => put(`DELETE FROM ${table} WHERE id = ?`));

  // The unit is that of the database, which is where the document is read again; not what the document says.
  // The type field was checked by whoever admitted the document, so each cast only says what it says.
  function project(unit: string, doc: StoredDocument): void {
    const bare: unknown = bareDocument(doc);
    switch (doc.type) {
      case 'unit':
        return puts.unit(doc._id, (bare as Unit).code, JSON.stringify(bare));
      case 'dossier':
        return projectDossier(unit, bare as Dossier);
      case 'change':
        return projectChange(unit, bare as Change);
      case 'approval':
        return projectApproval(unit, bare as Approval);
      case 'contact':
        return puts.contact(doc._id, String(doc.unit), String(doc.atUtc));
      default:
        // Catalogues, design documents and what a later version will bring are none of its business.
        return;
    }
  }
  function projectDossier(unit: string, dossier: Dossier): void {
    const summary = { ...summaryOf(dossier), unit };
    assertReadable(summary);
    const sort = nameSortKey(summary.fullName);
    const json = JSON.stringify(summary);
    puts.dossier(dossier._id, unit, sort, searchText(summary), dossier.status, json);
  }
  function projectChange(unit: string, { _id, dossier, state, ...change }: Change): void {
    puts.change(_id, unit, dossier, state, change.receivedAtUtc ?? '');
  }
  function projectApproval(unit: string, { _id, outcome }: Approval): void {
    puts.approval(_id, unit, outcome?.state ?? '', outcome?.receivedAtUtc ?? '');
  }

  return (database, { id, deleted, doc }) => {
    const unit = unitOfDatabase(database);
    if (!deleted && doc) return project(unit ?? '', doc);
    if (!deleted) return;
    if (unit === null) for (const remove of ofProvince) remove(id);
    else for (const remove of ofUnit) remove(id, unit);
  };
}
