/**
 * Reads everything that says which scans are needed: receipts and changes of every desk that there is, and the
 * versions that were set aside after a split. Invariant: it reads all of it or throws, and writes nothing.
 */
import { z } from 'zod';
import { changeIdSchema, evidenceSchema } from '../../shared/change/change.ts';
import { dossierIdSchema } from '../../shared/dossier/dossier.ts';
import { scanDocumentSchema, scanId, scanIdPrefix } from '../../shared/scan/scan.ts';
import { deskDatabase, isDeskDatabase, referenceDatabase } from '../../shared/unit/unit.ts';
import { serverDatabases } from '../documents/databases.ts';
import { bareDocument, type Stored } from '../documents/documents.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import { UnreadableDocumentError } from '../documents/unreadable.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { documentsBelow } from '../documents/documents-below.ts';

export interface SurveyParts {
  readonly store: DocumentStore;
  readonly units: UnitDirectory;
}

export interface SurveyedReceipt {
  readonly desk: string;
  readonly id: string;
  readonly rev: string;
  readonly sha256: string;
  readonly receivedAtUtc: string;
  /** Some stored change refers to it. */
  readonly named: boolean;
}

const namingSchema = z.object({
  _id: changeIdSchema,
  type: z.literal('change'),
  dossier: dossierIdSchema,
  evidence: z.array(z.object({ sha256: evidenceSchema.shape.sha256 })),
});
const splitSchema = z.object({ document: z.looseObject({ _id: z.string() }) });

/** @throws UnreadableDocumentError, StoreError */
export async function surveyScans({
  store,
  units,
}: SurveyParts): Promise<readonly SurveyedReceipt[]> {
  const names = await store.databaseNames();
  const desks = names.filter(isDeskDatabase);
  await demandAllDesks(units, new Set(desks));
  const setAside = names.includes(serverDatabases.splits)
    ? await namedBySplits(store)
    : new Set<string>();
  const receipts: SurveyedReceipt[] = [];
  for (const desk of desks) {
    const found = await receiptsIn(store, desk);
    const named = found.length === 0 ? new Set<string>() : await namedIn(store, desk);
    for (const each of found)
      receipts.push({ ...each, named: named.has(each.id) || setAside.has(each.id) });
  }
  return receipts;
}

/** A unit is made after its databases: one without its desk, or in an unknown form, means that something is amiss. */
async function demandAllDesks(units: UnitDirectory, desks: ReadonlySet<string>): Promise<void> {
  const [unreadable] = await units.unreadable();
  if (unreadable !== undefined) throw new UnreadableDocumentError(referenceDatabase, unreadable);
  for (const code of await units.codes()) {
    const desk = deskDatabase(code);
    if (!desks.has(desk)) throw new UnreadableDocumentError(desk, '');
  }
}

async function receiptsIn(
  store: DocumentStore,
  desk: string,
): Promise<readonly Omit<SurveyedReceipt, 'named'>[]> {
  const receipts: Omit<SurveyedReceipt, 'named'>[] = [];
  for await (const stored of documentsBelow(store, desk, scanIdPrefix)) {
    const { _id: id, sha256, receivedAtUtc } = readable(scanDocumentSchema, desk, stored);
    receipts.push({ desk, id, rev: stored.rev, sha256, receivedAtUtc });
  }
  return receipts;
}

/** Ids of the receipts that some change of the desk refers to. */
export async function namedIn(store: DocumentStore, desk: string): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for await (const stored of documentsBelow(store, desk, 'change:'))
    for (const id of namesOf(readable(namingSchema, desk, stored))) named.add(id);
  return named;
}

async function namedBySplits(store: DocumentStore): Promise<ReadonlySet<string>> {
  const { splits } = serverDatabases;
  const named = new Set<string>();
  for await (const stored of documentsBelow(store, splits, 'split:')) {
    const { document } = readable(splitSchema, splits, stored);
    if (document._id.startsWith('change:'))
      for (const id of namesOf(readable(namingSchema, splits, { ...stored, doc: document })))
        named.add(id);
  }
  return named;
}

const namesOf = ({ dossier, evidence }: z.infer<typeof namingSchema>): readonly string[] =>
  evidence.map(({ sha256 }) => scanId({ dossier, sha256 }));

/** @throws UnreadableDocumentError */
export function readable<T>(schema: z.ZodType<T>, database: string, { doc }: Stored): T {
  const parsed = schema.safeParse(bareDocument(doc));
  if (parsed.success) return parsed.data;
  throw new UnreadableDocumentError(database, doc._id, parsed.error);
}
