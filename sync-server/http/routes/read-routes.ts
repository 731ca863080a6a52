/** What browsers read (shared/contract/http.ts). Each answer holds only what the account may see. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  may,
  mayReadDossier,
  mayReadSensitive,
  type Subject,
} from '../../../shared/account/policy.ts';
import { approvalIdSchema } from '../../../shared/approval/approval.ts';
import {
  changeQuerySchema,
  dossierQuerySchema,
  type About,
  type ApprovalEvidence,
  type DossierResponse,
} from '../../../shared/contract/http.ts';
import type { Change } from '../../../shared/change/change.ts';
import { dossierIdSchema } from '../../../shared/dossier/dossier.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { deskDatabase, recordsDatabase } from '../../../shared/unit/unit.ts';
import { examineApproval } from '../../approvals/evidence.ts';
import { readDocument, readDocuments } from '../../documents/documents.ts';
import { approvalOf, maskedChangeOf } from '../../intake/stored-shapes.ts';
import { principalOf } from '../authentication.ts';
import { parsed } from '../errors.ts';
import { readPlaces, type Placed } from '../read-places.ts';
import { storedChange } from '../../sensitive/stored-form.ts';
import type { Services } from '../services.ts';
import { softwareVersion } from '../software-version.ts';

/** Changes of one dossier: more than a life's work. */
const mostOfOneDossier = 1000;

export function registerAbout(app: FastifyInstance, { settings }: Services): void {
  app.get('/api/about', async (): Promise<About> => {
    const { name, province, demo } = settings;
    return { name, province, demo, version: softwareVersion };
  });
}

export function registerReadRoutes(scope: FastifyInstance, services: Services): void {
  const { projection, store } = services;
  const idOf = (schema: z.ZodType<string>, params: unknown) =>
    parsed(z.object({ id: schema }), params).id;

  scope.get('/api/units', async (request) => ({
    units: await projection.units(principalOf(request).subject),
  }));

  scope.get('/api/dossiers', async (request) =>
    projection.dossiers(principalOf(request).subject, parsed(dossierQuerySchema, request.query)),
  );

  scope.get('/api/dossiers/:id', async (request) =>
    readDossier(services, principalOf(request).subject, idOf(dossierIdSchema, request.params)),
  );

  scope.get('/api/changes', async (request) => {
    const { subject } = principalOf(request);
    const found = await projection.changes(subject, parsed(changeQuerySchema, request.query));
    const stored = await readPlaces(store, found.places);
    const changes = await shownChanges(services, subject, stored);
    return {
      total: found.total,
      rows: stored.map(({ rev }, at) => ({ rev, change: changes[at] })),
    };
  });

  scope.get('/api/approvals', async (request) => {
    const { unit } = parsed(z.object({ unit: z.string().max(35).optional() }), request.query);
    const places = await projection.approvals(principalOf(request).subject, unit);
    return { rows: (await readPlaces(store, places)).map(approvalOf) };
  });

  scope.get('/api/approvals/:id', async (request) =>
    readEvidence(services, principalOf(request).subject, idOf(approvalIdSchema, request.params)),
  );
}

/** In clear or masked, each by the account's right in the unit whose desk holds it. */
async function shownChanges(
  { sections }: Services,
  subject: Subject,
  stored: readonly Placed[],
): Promise<Change[]> {
  await sections.prepare(stored.map(({ doc }) => doc));
  return stored.map(({ doc, unit }) => {
    const { dossier } = storedChange(doc);
    return sections.shownChange(doc, mayReadSensitive(subject, { unit, dossier }));
  });
}

/** What one may not see is not there: an answer of its own would tell that it is. */
async function readDossier(
  services: Services,
  subject: Subject,
  id: string,
): Promise<DossierResponse> {
  const { projection, store, sections } = services;
  const unit = await projection.unitOfDossier(id);
  if (unit === null || !mayReadDossier(subject, { unit, dossier: id }))
    throw new ProblemError('NOT_FOUND');
  const [stored, { places }] = await Promise.all([
    readDocument(store, recordsDatabase(unit), id),
    projection.changes(subject, { dossier: id, limit: mostOfOneDossier, offset: 0 }),
  ]);
  await sections.prepare(stored ? [stored.doc] : []);
  const clear = mayReadSensitive(subject, { unit, dossier: id });
  const dossier = stored ? sections.shownDossier(stored.doc, clear) : null;
  const changes = await shownChanges(services, subject, await readPlaces(store, places));
  const approvalIds = may(subject, 'approval.read', { unit })
    ? changes.flatMap(({ approval }) => approval ?? [])
    : [];
  const approvals = await readDocuments(store, deskDatabase(unit), approvalIds);
  return { dossier, changes, approvals: [...approvals.values()].map(approvalOf) };
}

async function readEvidence(
  { projection, store, accounts, roots, nowMs }: Services,
  subject: Subject,
  id: string,
): Promise<ApprovalEvidence> {
  const unit = await projection.unitOfApproval(id);
  if (unit === null || !may(subject, 'approval.read', { unit }))
    throw new ProblemError('NOT_FOUND');
  const stored = await readDocument(store, deskDatabase(unit), id);
  if (!stored) throw new ProblemError('NOT_FOUND');
  const approval = approvalOf(stored);
  const ids = approval.manifest.changes.map((change) => change.id);
  const found = await readDocuments(store, deskDatabase(unit), ids);
  const signer = await accounts.find(approval.manifest.signer.account);
  return examineApproval({
    approval,
    // The hashes are enough: an approval is verified without reading what is sensitive.
    changes: new Map([...found].map(([key, each]) => [key, maskedChangeOf(each)])),
    roots,
    certificates: signer?.certificates.map(({ sha256 }) => sha256) ?? [],
    nowMs: nowMs(),
  });
}
