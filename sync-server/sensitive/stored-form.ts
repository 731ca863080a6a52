/**
 * Changes and dossiers as they lie in the store: without their sensitive sections, which stand beside as
 * ciphertext. Nothing else of the server reads or writes `records-*` and `desk-*` in another form.
 * They are trusted, not parsed again: `records-*` is written by the server, `desk-*` through intake, and both by
 * replication and restore (`/db`) of what was admitted elsewhere.
 */
import { isJsonObject } from '../../shared/canonical/json.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { sensitiveIn, sensitiveSections, withoutSections } from '../../shared/dossier/sensitive.ts';
import { bareDocument, type BareDocument } from '../documents/documents.ts';
import type { StoredDocument } from '../store/document-store.ts';

export interface SealedSection {
  /** Id of the unit's key. */
  readonly key: string;
  /** Base64 of nonce, ciphertext, tag; what is inside: section-seal.ts. */
  readonly data: string;
}
/** Of a change: what stands for the section in the signed form. */
export interface SealedPatchSection extends SealedSection {
  readonly sha256: string;
}

export type StoredChange = Omit<Change, 'salts' | 'masked'> & {
  readonly sealed?: Readonly<Record<string, SealedPatchSection>>;
};
export type StoredDossier = Omit<Dossier, 'masked'> & {
  readonly sealed?: Readonly<Record<string, SealedSection>>;
};

declare const sealedMark: unique symbol;
/** A document that was given to the seam (sections.ts), the only place that makes one. */
export type SealedDocument = BareDocument & { readonly [sealedMark]: true };

/** Nothing of it is in clear that must not be: `clearSectionOf` says so. */
export function markSealed(doc: StoredChange | StoredDossier): SealedDocument {
  const left = clearSectionOf(doc);
  if (left !== null) throw new ClearSectionError(left);
  return doc as unknown as SealedDocument;
}

/** A sensitive section in clear was about to be stored: a mistake of this program, stopped here. */
export class ClearSectionError extends Error {
  override readonly name = 'ClearSectionError';
  constructor(section: string) {
    super(`the section ${section} must not be stored in clear`);
  }
}

/** The first section of a document that stands in clear and must not; null for any other document. */
export function clearSectionOf(doc: object): string | null {
  const { type, patch, content, salts } = doc as Readonly<Record<string, unknown>>;
  const said = type === 'change' ? patch : type === 'dossier' ? content : null;
  if (!isJsonObject(said)) return null;
  return sensitiveIn(said)[0] ?? (salts === undefined ? null : 'salts');
}

export const storedChange = (doc: StoredDocument): StoredChange =>
  bareDocument(doc) as unknown as StoredChange;
export const storedDossier = (doc: StoredDocument): StoredDossier =>
  bareDocument(doc) as unknown as StoredDossier;

/** A hash that stands for nothing: what was stored in clear has none, and must not be shown either. */
const unknownHash = '0'.repeat(64);

/** As it is shown to who may not read its sensitive sections. Needs no key. */
export function maskedChange(doc: StoredDocument): Change {
  const { sealed, ...change } = storedChange(doc);
  const clear = sensitiveIn(change.patch);
  if (!sealed && clear.length === 0) return change;
  const { salts: _salts, ...bare } = change as Change;
  const masked = Object.fromEntries([
    ...clear.map((section) => [section, unknownHash] as const),
    ...Object.entries(sealed ?? {}).map(([section, { sha256 }]) => [section, sha256] as const),
  ]);
  return { ...bare, patch: withoutSections(change.patch, clear), masked };
}

/** Each sensitive section is named as hidden, filled or not: that, too, would tell something. */
export function maskedDossier(doc: StoredDocument): Dossier {
  const { sealed: _sealed, ...dossier } = storedDossier(doc);
  // A parsed content without some optional sections is one still.
  const content = withoutSections(
    dossier.content,
    sensitiveIn(dossier.content),
  ) as Dossier['content'];
  return { ...dossier, content, masked: [...sensitiveSections] };
}
