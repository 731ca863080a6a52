/**
 * Between the clear form of a change or dossier and the one that is stored, given the keys. Invariant: what a
 * client was not shown is never lost: where words are missing, the ciphertext that stands is kept, or nothing is
 * written at all.
 */
import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../../shared/canonical/json.ts';
import type { Change } from '../../shared/change/change.ts';
import { saltsFor, sectionDigests } from '../../shared/change/masking.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { sensitiveIn, withoutSections } from '../../shared/dossier/sensitive.ts';
import type { Stored } from '../documents/documents.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { openSection, sealSection, type SectionValue } from './section-seal.ts';
import {
  markSealed,
  storedChange,
  storedDossier,
  type SealedDocument,
  type SealedPatchSection,
  type SealedSection,
} from './stored-form.ts';
import type { UnitKey } from './unit-keys.ts';

/** @throws UnitKeyMissingError */
export type KeyBytes = (id: string) => Uint8Array;

/** Something was to be stored whose hidden section nobody here holds: a mistake of this program. */
export class HiddenSectionError extends Error {
  override readonly name = 'HiddenSectionError';
  constructor(section: string) {
    super(`the hidden section ${section} would be lost`);
  }
}

type Values = readonly (readonly [string, SectionValue])[];

function openAll(
  document: string,
  sealed: Readonly<Record<string, SealedSection>>,
  keyBytes: KeyBytes,
): Values {
  return Object.entries(sealed).map(([section, each]) => [
    section,
    openSection(keyBytes(each.key), { document, section }, each),
  ]);
}

const withSections = (said: JsonObject, values: Values): JsonObject => ({
  ...said,
  ...Object.fromEntries(values.map(([name, { value }]) => [name, value])),
});

/** @throws SealBrokenError */
export function clearChange(doc: StoredDocument, keyBytes: KeyBytes): Change {
  const { sealed, ...change } = storedChange(doc);
  if (!sealed) return change;
  const values = openAll(change._id, sealed, keyBytes);
  const salts = Object.fromEntries(values.map(([name, { salt }]) => [name, salt ?? '']));
  return { ...change, patch: withSections(change.patch, values), salts };
}

/** @throws SealBrokenError */
export function clearDossier(doc: StoredDocument, keyBytes: KeyBytes): Dossier {
  const { sealed, ...dossier } = storedDossier(doc);
  if (!sealed) return dossier;
  const content = withSections(dossier.content, openAll(dossier._id, sealed, keyBytes));
  // Sealed from a dossier's content, so together they are one again.
  return { ...dossier, content: content as Dossier['content'] };
}

const sealedField = <T extends SealedSection>(
  entries: readonly (readonly [string, T])[],
): { sealed?: Readonly<Record<string, T>> } =>
  entries.length === 0 ? {} : { sealed: Object.fromEntries(entries) };

/** @param standing what it follows: sections that say the same keep their ciphertext */
export function sealChange(
  change: Change,
  key: UnitKey,
  standing: Stored | undefined,
): SealedDocument {
  const { salts = {}, masked: _masked, ...rest } = change;
  const before = standing ? storedChange(standing.doc).sealed : undefined;
  const sealed = Object.entries(sectionDigests(change)).map(
    ([section, sha256]): readonly [string, SealedPatchSection] => {
      const kept = before?.[section];
      if (kept?.sha256 === sha256) return [section, kept];
      const salt = salts[section];
      if (salt === undefined) throw new HiddenSectionError(section);
      const value = { salt, value: change.patch[section] ?? null };
      const made = sealSection(key, { document: change._id, section }, value);
      return [section, { ...made, sha256 }];
    },
  );
  const patch = withoutSections(change.patch, Object.keys(salts));
  return markSealed({ ...rest, patch, ...sealedField(sealed) });
}

export function sealDossier(dossier: Dossier, key: UnitKey): SealedDocument {
  const { masked, ...rest } = dossier;
  if (masked) throw new HiddenSectionError(masked.join());
  const said: JsonObject = dossier.content;
  const names = sensitiveIn(said);
  const sealed = names.map((section): readonly [string, SealedSection] => {
    const place = { document: dossier._id, section };
    return [section, sealSection(key, place, { salt: null, value: said[section] ?? null })];
  });
  // A content without some optional sections is one still.
  const content = withoutSections(said, names) as Dossier['content'];
  return markSealed({ ...rest, content, ...sealedField(sealed) });
}

/** From before there was sealing, a change may lack salts: it gets them now. */
export function salted(change: Change): Change {
  const made = saltsFor(change.patch, () => randomBytes(16).toString('hex'));
  return made ? { ...change, salts: { ...made, ...change.salts } } : change;
}
