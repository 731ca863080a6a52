/**
 * Between documents of the centre and rows of the disk. Documents are parsed here, once, when they arrive;
 * everything behind trusts them. What cannot be understood is kept as it came, marked unreadable.
 */
import type { WithDeleted } from 'rxdb';
import type { Approval } from '../../../../shared/approval/approval.ts';
import type { CatalogueDocument } from '../../../../shared/catalogue/index.ts';
import type { Change } from '../../../../shared/change/change.ts';
import {
  documentSchemas,
  type PulledDocument,
  type StreamName,
} from '../../../../shared/contract/sync.ts';
import type { Dossier } from '../../../../shared/dossier/dossier.ts';
import type { Unit } from '../../../../shared/unit/unit.ts';
import { unreadable, type MirrorRow } from './rows.ts';
import type { Sealer } from './sealer.ts';
import { unopened } from './tolerant-sealer.ts';

export interface DocumentOf {
  readonly unit: Unit;
  readonly catalogue: CatalogueDocument;
  readonly dossier: Dossier;
  readonly change: Change;
  readonly approval: Approval;
}
export type AnyDocument = DocumentOf[StreamName];

/** What of a document may stand in clear. */
export function clearPart(document: AnyDocument): Pick<MirrorRow, 'unit' | 'atUtc' | 'state'> {
  switch (document.type) {
    case 'unit':
      return { unit: document.code, atUtc: document.validFrom, state: 'active' };
    case 'catalogue':
      return { unit: '', atUtc: document.edits.at(-1)?.atUtc ?? '', state: 'active' };
    case 'dossier':
      return { unit: document.unit, atUtc: document.updatedAtUtc, state: document.status };
    case 'change':
      return { unit: document.unit, atUtc: document.authoredAtUtc, state: document.state };
    case 'approval': {
      const { unit, manifest, outcome } = document;
      return { unit, atUtc: manifest.createdAtUtc, state: outcome?.state ?? 'waiting' };
    }
  }
}

const tombstone = (stream: StreamName, { id, rev }: PulledDocument): WithDeleted<MirrorRow> => ({
  id,
  unit: '',
  type: stream,
  atUtc: '',
  state: '',
  rev,
  body: '',
  _deleted: true,
});

/** Documents that have just arrived, so that indexing them need not unseal what was sealed a moment ago. */
export interface FreshDocuments {
  put(id: string, rev: string, document: AnyDocument): void;
  take(id: string, rev: string): AnyDocument | undefined;
  clear(): void;
}

export function createFreshDocuments(): FreshDocuments {
  const documents = new Map<string, AnyDocument>();
  const key = (id: string, rev: string) => `${id}@${rev}`;
  return {
    put: (id, rev, document) => documents.set(key(id, rev), document),
    take: (id, rev) => {
      const document = documents.get(key(id, rev));
      documents.delete(key(id, rev));
      return document;
    },
    clear: () => documents.clear(),
  };
}

const maskedMark = '+masked';

/**
 * The revision as a mirror keeps it: a document whose sensitive sections are hidden is another state than the same
 * one in clear, so that a right that comes or goes changes what lies on this disk.
 */
const shownRev = ({ rev, doc }: PulledDocument): string =>
  doc?.masked === undefined ? rev : `${rev}${maskedMark}`;

/** The revision at the centre. */
export const centreRev = (rev: string): string =>
  rev.endsWith(maskedMark) ? rev.slice(0, -maskedMark.length) : rev;

export async function rowsFromPull(
  stream: StreamName,
  pulled: readonly PulledDocument[],
  sealer: Sealer,
  fresh: FreshDocuments,
): Promise<WithDeleted<MirrorRow>[]> {
  const bodies = await sealer.seal(pulled.map(({ id, doc }) => ({ id, value: doc ?? null })));
  return pulled.map((entry, index) => {
    if (entry.deleted === true || !entry.doc) return tombstone(stream, entry);
    const parsed = documentSchemas[stream].safeParse(entry.doc);
    const rev = shownRev(entry);
    if (parsed.success) fresh.put(entry.id, rev, parsed.data);
    const clear = parsed.success
      ? clearPart(parsed.data)
      : { unit: '', atUtc: '', state: unreadable };
    return {
      id: entry.id,
      ...clear,
      type: stream,
      rev,
      body: bodies[index] ?? '',
      _deleted: false,
    };
  });
}

/** Opens rows of one stream's mirror; unreadable ones and those that do not open are left out. */
export async function documentsOf<S extends StreamName>(
  _stream: S,
  rows: readonly MirrorRow[],
  sealer: Sealer,
  fresh?: FreshDocuments,
): Promise<readonly { readonly rev: string; readonly document: DocumentOf[S] }[]> {
  const readable = rows.filter((row) => row.state !== unreadable);
  const known = readable.map((row) => fresh?.take(row.id, row.rev));
  const sealed = readable.filter((_, index) => known[index] === undefined);
  const opened = await sealer.open(sealed);
  let next = 0;
  return readable.flatMap((row, index) => {
    const document = known[index] ?? opened[next++];
    if (document === unopened) return [];
    // Parsed by this stream's schema before it was sealed; the seal vouches for it since.
    return [{ rev: row.rev, document: document as DocumentOf[S] }];
  });
}
