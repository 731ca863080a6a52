/**
 * Uniqueness without transactions: a claim is a document whose id is (a keyed hash of) the thing claimed, so a
 * second claim meets a 409. Claimed before the change is stored; a claim left behind by a crash is taken over.
 */
import { createHmac } from 'node:crypto';
import type { Change } from '../../shared/change/change.ts';
import { deskDatabase, recordsDatabase } from '../../shared/unit/unit.ts';
import { serverDatabases } from '../documents/databases.ts';
import { readDocument, readDocuments, type Stored } from '../documents/documents.ts';
import type { DocumentStore, StoredDocument } from '../store/document-store.ts';
import { maskedChangeOf, maskedDossierOf } from './stored-shapes.ts';

const { claims: database } = serverDatabases;
/** A change follows its claim within moments; after this long without one, nothing follows any more. */
const orphanMs = 10 * 60 * 1000;

export interface Claim {
  readonly id: string;
  /** `identity`: one dossier per identity number. `owner`: one unit per dossier. `decision`: one per conflict. */
  readonly kind: 'identity' | 'owner' | 'decision';
  readonly dossier: string;
  readonly unit: string;
  readonly change: string;
}
export type ClaimOutcome = 'taken' | 'held' | { readonly otherUnit: string };

export type Claims = ReturnType<typeof openClaims>;

type ClaimDocument = Omit<Claim, 'id'> & { readonly _id: string; readonly atUtc: string };

/** Claims are written by this file alone, so the shape is ours. */
const claimOf = ({ doc }: Stored): ClaimDocument => doc as unknown as ClaimDocument;

const idsOf = (claims: readonly Claim[]) => claims.map(({ id }) => id);

function isMine(claim: Claim, standing: ClaimDocument): boolean {
  if (standing.dossier !== claim.dossier || standing.unit !== claim.unit) return false;
  return claim.kind === 'identity' || standing.change === claim.change;
}

const ownerId = (dossier: string): string => `owner:${dossier}`;

/** The units that own these dossiers, as far as anyone claimed them. */
export async function ownersOf(
  store: DocumentStore,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const standing = await readDocuments(store, database, dossiers.map(ownerId));
  return new Map([...standing.values()].map((each) => [claimOf(each).dossier, claimOf(each).unit]));
}

export function openClaims(store: DocumentStore, key: Uint8Array, nowMs: () => number) {
  const hashed = (text: string) => createHmac('sha256', key).update(text).digest('hex');
  const identityId = (number: string) => `identity:${hashed(number)}`;
  const placeOf = ({ dossier, unit, _id }: Change) => ({ dossier, unit, change: _id });

  const isAbandoned = (claim: ClaimDocument) =>
    standsAlone(store, claim, nowMs(), (number) => identityId(number) === claim._id);

  const toDocument = (claim: Claim, rev?: string): StoredDocument => {
    const { id, ...fields } = claim;
    const doc = { _id: id, type: 'claim', ...fields, atUtc: new Date(nowMs()).toISOString() };
    return rev === undefined ? doc : { ...doc, _rev: rev };
  };

  /** A claim that met another: its own, a living one, or one that nothing stands behind any more. */
  async function settle(claim: Claim, standing: Stored | undefined): Promise<ClaimOutcome> {
    if (standing && isMine(claim, claimOf(standing))) return 'held';
    if (standing && !(await isAbandoned(claimOf(standing))))
      return { otherUnit: claimOf(standing).unit };
    const [written] = await store.bulkDocs(database, [toDocument(claim, standing?.rev)]);
    if (written?.ok) return 'taken';
    const winner = await readDocument(store, database, claim.id);
    return winner && isMine(claim, claimOf(winner)) ? 'held' : { otherUnit: '' };
  }

  /** One answer per claim, in order. */
  async function take(claims: readonly Claim[]): Promise<readonly ClaimOutcome[]> {
    if (claims.length === 0) return [];
    const written = await store.bulkDocs(
      database,
      claims.map((claim) => toDocument(claim)),
    );
    const met = claims.filter((_, at) => !written[at]?.ok);
    const standing = await readDocuments(store, database, idsOf(met));
    return Promise.all(
      claims.map(async (claim, at): Promise<ClaimOutcome> =>
        written[at]?.ok ? 'taken' : settle(claim, standing.get(claim.id)),
      ),
    );
  }

  /** As `take`, for claims that mostly stand already. */
  async function hold(claims: readonly Claim[]): Promise<readonly ClaimOutcome[]> {
    const standing = await readDocuments(store, database, idsOf(claims));
    return Promise.all(claims.map((claim) => settle(claim, standing.get(claim.id))));
  }

  /** Gives up claims, unless they are by now someone else's: another change's, or another dossier's. */
  async function release(
    claims: readonly Claim[],
    heldBy: 'change' | 'dossier' = 'change',
  ): Promise<void> {
    const standing = await readDocuments(store, database, idsOf(claims));
    const dead = claims.flatMap((claim) => {
      const found = standing.get(claim.id);
      if (!found || claimOf(found)[heldBy] !== claim[heldBy]) return [];
      return [{ _id: claim.id, _rev: found.rev, _deleted: true }];
    });
    // A 409 here means that someone else took it meanwhile: then it is not ours to give up.
    if (dead.length > 0) await store.bulkDocs(database, dead);
  }

  return {
    /** A hash that nobody without the server's key can make. The text says first what it is for. */
    keyed: hashed,
    ofIdentity: (number: string, change: Change): Claim => ({
      id: identityId(number),
      kind: 'identity',
      ...placeOf(change),
    }),
    ofOwner: (change: Change): Claim => ({
      id: ownerId(change.dossier),
      kind: 'owner',
      ...placeOf(change),
    }),
    /** Of a change that settles another one; nothing of any other. */
    ofDecision: (change: Change): readonly Claim[] =>
      change.resolves
        ? [{ id: `decision:${change.resolves.change}`, kind: 'decision', ...placeOf(change) }]
        : [],
    take,
    hold,
    release,
    owners: (dossiers: readonly string[]) => ownersOf(store, dossiers),
  };
}

/** Neither dossier nor living change behind it: a crash came between claiming and storing, or releasing. */
async function standsAlone(
  store: DocumentStore,
  claim: ClaimDocument,
  nowMs: number,
  isClaimed: (identityNumber: string) => boolean,
): Promise<boolean> {
  const [change, dossier] = await Promise.all([
    readDocument(store, deskDatabase(claim.unit), claim.change),
    readDocument(store, recordsDatabase(claim.unit), claim.dossier),
  ]);
  if (dossier && claim.kind === 'owner') return false;
  if (dossier && isClaimed(maskedDossierOf(dossier).content.identity.identityNumber)) return false;
  if (change) return ['withdrawn', 'approved'].includes(maskedChangeOf(change).state);
  return nowMs - Date.parse(claim.atUtc) > orphanMs;
}
