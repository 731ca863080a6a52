/**
 * What a head's signature covers of a change: everything but how far it has come. Sensitive sections stand as
 * their salted hashes, so that the clear and the masked form of a change have the same digest.
 * The canonical form carries its own name, so that a later form can stand beside it.
 */
import { canonicalDigest, canonicalForm } from '../canonical/canonical.ts';
import type { JsonObject } from '../canonical/json.ts';
import type { Change } from './change.ts';
import { signedPatch } from './masking.ts';

function signedPart(change: Change): JsonObject {
  return {
    form: 'hoso-change-2',
    id: change._id,
    unit: change.unit,
    dossier: change.dossier,
    kind: change.kind,
    baseVersion: change.baseVersion,
    patch: signedPatch(change),
    paths: change.paths,
    evidence: change.evidence,
    // Only where there is one: the form of all other changes stays as it was.
    ...(change.resolves === undefined ? {} : { resolves: change.resolves }),
    personName: change.personName,
    author: change.author,
    authoredAtUtc: change.authoredAtUtc,
    clockFrom: change.clockFrom,
  };
}

/** The canonical text (RFC 8785) of the signed part. */
export const changeCanonicalForm = (change: Change): string => canonicalForm(signedPart(change));
/** SHA-256 of it, 64 hex digits. */
export const changeDigest = (change: Change): string => canonicalDigest(signedPart(change));
