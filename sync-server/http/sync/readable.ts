/** Which databases an account may read for a stream, and which part of them. The policy decides, nothing else. */
import { may, unitsWith, type Subject } from '../../../shared/account/policy.ts';
import type { Action } from '../../../shared/account/roles.ts';
import type { StreamName } from '../../../shared/contract/sync.ts';
import {
  deskDatabase,
  recordsDatabase,
  referenceDatabase,
  unitCovers,
  unitOfDatabase,
} from '../../../shared/unit/unit.ts';
import type { ChangesOptions } from '../../store/document-store.ts';

export interface Source {
  /** Key of its cursor: a part of a database has another one than the whole. */
  readonly cursor: string;
  readonly database: string;
  readonly filter: Pick<ChangesOptions, 'selector' | 'docIds'>;
  /** A tombstone has no type; its id tells. */
  readonly idPrefix: string;
  /** Only the person's own documents: others' deletions are not shown. */
  readonly ownOnly: boolean;
  /** Sensitive sections are handed out in clear. */
  readonly clear: boolean;
}

type DossierStream = Exclude<StreamName, 'unit' | 'catalogue'>;

const readRight: Readonly<Record<DossierStream, Action>> = {
  dossier: 'dossier.read',
  change: 'change.read',
  approval: 'approval.read',
};
const databaseOf: Readonly<Record<DossierStream, (unit: string) => string>> = {
  dossier: recordsDatabase,
  change: deskDatabase,
  approval: deskDatabase,
};

/** Deletions carry no type, so a bare `{type}` would lose them. */
const ofType = (type: StreamName) => ({ selector: { $or: [{ type }, { _deleted: true }] } });

/** What is masked has a cursor of its own: when the right comes or goes, all of it is handed out anew. */
function whole(stream: StreamName, database: string, clear = true): Source {
  const idPrefix = `${stream}:`;
  const cursor = clear ? database : `${database}#masked`;
  return { cursor, database, filter: ofType(stream), idPrefix, ownOnly: false, clear };
}

function own(stream: DossierStream, subject: Subject, unit: string): Source | null {
  const { ownDossier } = subject;
  if (ownDossier === undefined || stream === 'approval') return null;
  if (!may(subject, 'dossier.readOwn', { unit, dossier: ownDossier })) return null;
  const database = databaseOf[stream](unit);
  const filter =
    stream === 'dossier'
      ? { docIds: [ownDossier] }
      : { selector: { type: 'change', dossier: ownDossier } };
  const cursor = `${database}#own`;
  return { cursor, database, filter, idPrefix: `${stream}:`, ownOnly: true, clear: true };
}

export function sourcesOf(
  stream: StreamName,
  subject: Subject,
  units: Iterable<string>,
): readonly Source[] {
  if (stream === 'unit' || stream === 'catalogue') {
    const any = subject.grants.some(({ unit }) => may(subject, 'unit.read', { unit }));
    return any ? [whole(stream, referenceDatabase)] : [];
  }
  // By subtree, not unit by unit: a province has thousands, and this is asked at every pull.
  const office = unitsWith(subject, readRight[stream]);
  const clear = unitsWith(subject, 'dossier.readSensitive');
  const personal = unitsWith(subject, 'dossier.readOwn');
  const isClear = (unit: string) =>
    stream === 'approval' || clear.some((top) => unitCovers(top, unit));
  return [...units].flatMap((unit) => {
    if (office.some((top) => unitCovers(top, unit)))
      return [whole(stream, databaseOf[stream](unit), isClear(unit))];
    if (personal.some((top) => unitCovers(top, unit))) return own(stream, subject, unit) ?? [];
    return [];
  });
}

/** Whether news in a database are news for this account. */
export function mayHearOf(subject: Subject, database: string): boolean {
  if (database === referenceDatabase) return true;
  const unit = unitOfDatabase(database);
  if (unit === null) return false;
  const target = { unit, dossier: subject.ownDossier };
  return (
    may(subject, database.startsWith('records-') ? 'dossier.read' : 'change.read', { unit }) ||
    may(subject, 'dossier.readOwn', target)
  );
}
