/**
 * The one seam between clear and sealed: whatever the server reads of `records-*` and `desk-*` to understand it is
 * opened here, whatever it writes there is sealed here. Everything else sees clear forms (shared/), masked forms
 * (stored-form.ts, which need no key), or ciphertext.
 */
import type { JsonObject, JsonValue } from '../../shared/canonical/json.ts';
import type { Change } from '../../shared/change/change.ts';
import { sectionDigests } from '../../shared/change/masking.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { sensitiveIn, withoutSections } from '../../shared/dossier/sensitive.ts';
import { bareDocument, type BareDocument, type Stored } from '../documents/documents.ts';
import { SealBrokenError } from '../keys/sealed-bytes.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { openSection, sealSection, type SectionValue } from './section-seal.ts';
import {
  ClearSectionError,
  markSealed,
  maskedChange,
  maskedDossier,
  storedChange,
  storedDossier,
  type SealedDocument,
  type SealedPatchSection,
  type SealedSection,
  type StoredChange,
  type StoredDossier,
} from './stored-form.ts';
import { UnitKeyMissingError, type UnitKey, type UnitKeys } from './unit-keys.ts';

export type Sections = ReturnType<typeof openSections>;

type SealedOf = Readonly<Record<string, SealedSection>>;

function sealedIn(doc: StoredDocument): SealedOf {
  const isSealedType = doc.type === 'change' || doc.type === 'dossier';
  return isSealedType ? ((doc as unknown as StoredDossier).sealed ?? {}) : {};
}

/** @param onFailure is told of what cannot be opened and is therefore shown masked */
export function openSections(keys: UnitKeys, onFailure: (error: unknown) => void) {
  /** Makes the keys of these documents ready: once for all of them, and then opening needs no waiting. */
  const prepare = (docs: readonly StoredDocument[]): Promise<void> =>
    keys.load(docs.flatMap((doc) => Object.values(sealedIn(doc)).map(({ key }) => key)));

  const valuesOf = (
    document: string,
    sealed: SealedOf,
  ): readonly (readonly [string, SectionValue])[] =>
    Object.entries(sealed).map(([section, each]) => [
      section,
      openSection(keys.get(each.key).bytes, { document, section }, each),
    ]);

  function clearChange(doc: StoredDocument): Change {
    const { sealed, ...change } = storedChange(doc);
    if (!sealed) return change;
    const values = valuesOf(change._id, sealed);
    const patch = withSections(change.patch, values);
    const salts = Object.fromEntries(values.map(([name, { salt }]) => [name, salt ?? '']));
    return { ...change, patch, salts };
  }

  function clearDossier(doc: StoredDocument): Dossier {
    const { sealed, ...dossier } = storedDossier(doc);
    if (!sealed) return dossier;
    const content = withSections(dossier.content as JsonObject, valuesOf(dossier._id, sealed));
    // Sealed from a dossier's content, so together they are one again.
    return { ...dossier, content: content as Dossier['content'] };
  }

  /** What stands is kept as it is where it says the same; only new words are sealed. */
  function sealChange(change: Change, key: UnitKey, standing: Stored | undefined): SealedDocument {
    const { salts = {}, masked: _masked, ...rest } = change;
    const before = standing ? storedChange(standing.doc).sealed : undefined;
    const sealed = Object.entries(sectionDigests(change)).map(([section, sha256]) => {
      const kept = before?.[section];
      if (kept?.sha256 === sha256) return [section, kept] as const;
      const salt = salts[section];
      if (salt === undefined) throw new HiddenSectionError(section);
      const value = { salt, value: change.patch[section] ?? null };
      const made = sealSection(key, { document: change._id, section }, value);
      return [section, { ...made, sha256 }] as const;
    });
    const patch = withoutSections(change.patch, Object.keys(salts));
    const stored: StoredChange = { ...rest, patch, ...sealedField<SealedPatchSection>(sealed) };
    return markSealed(stored);
  }

  function sealDossier(dossier: Dossier, key: UnitKey): SealedDocument {
    const { masked, ...rest } = dossier;
    if (masked) throw new HiddenSectionError(masked.join());
    const said = dossier.content as JsonObject;
    const names = sensitiveIn(said);
    const sealed = names.map((section) => {
      const place = { document: dossier._id, section };
      return [
        section,
        sealSection(key, place, { salt: null, value: said[section] ?? null }),
      ] as const;
    });
    const content = withoutSections(said, names) as Dossier['content'];
    const stored: StoredDossier = { ...rest, content, ...sealedField<SealedSection>(sealed) };
    return markSealed(stored);
  }

  /** What cannot be opened (damage, a lost key) is shown masked: one document must not hold up all others. */
  function orMasked<T>(clear: () => T, masked: () => T): T {
    try {
      return clear();
    } catch (error) {
      if (!(error instanceof SealBrokenError || error instanceof UnitKeyMissingError)) throw error;
      onFailure(error);
      return masked();
    }
  }
  const shownChange = (doc: StoredDocument, clear: boolean): Change =>
    clear
      ? orMasked(
          () => clearChange(doc),
          () => maskedChange(doc),
        )
      : maskedChange(doc);
  const shownDossier = (doc: StoredDocument, clear: boolean): Dossier =>
    clear
      ? orMasked(
          () => clearDossier(doc),
          () => maskedDossier(doc),
        )
      : maskedDossier(doc);

  function shown(doc: StoredDocument, clear: boolean): BareDocument {
    if (doc.type === 'change') return { ...shownChange(doc, clear) };
    if (doc.type === 'dossier') return { ...shownDossier(doc, clear) };
    return bareDocument(doc);
  }

  return {
    prepare,
    /** After `prepare`: a document as it is handed out, in clear or masked. */
    shown,
    shownChange,
    shownDossier,
    async openChanges(stored: readonly Stored[]): Promise<readonly Change[]> {
      await prepare(stored.map(({ doc }) => doc));
      return stored.map(({ doc }) => clearChange(doc));
    },
    async openDossiers(stored: readonly Stored[]): Promise<readonly Dossier[]> {
      await prepare(stored.map(({ doc }) => doc));
      return stored.map(({ doc }) => clearDossier(doc));
    },
    /** @param rows with what stands of each change, whose hidden sections it keeps */
    async sealChanges(
      rows: readonly { readonly change: Change; readonly standing?: Stored | undefined }[],
    ): Promise<readonly SealedDocument[]> {
      const units = await currentKeys(
        keys,
        rows.map(({ change }) => change.unit),
      );
      return rows.map(({ change, standing }) =>
        sealChange(change, keyOf(units, change.unit), standing),
      );
    },
    async sealDossiers(dossiers: readonly Dossier[]): Promise<readonly SealedDocument[]> {
      const units = await currentKeys(
        keys,
        dossiers.map(({ unit }) => unit),
      );
      return dossiers.map((dossier) => sealDossier(dossier, keyOf(units, dossier.unit)));
    },
  };
}

/** Something was to be stored whose hidden section nobody here holds: a mistake of this program. */
export class HiddenSectionError extends Error {
  override readonly name = 'HiddenSectionError';
  constructor(section: string) {
    super(`the hidden section ${section} would be lost`);
  }
}

function withSections(
  said: JsonObject,
  values: readonly (readonly [string, { readonly value: JsonValue }])[],
): JsonObject {
  return { ...said, ...Object.fromEntries(values.map(([name, { value }]) => [name, value])) };
}

const sealedField = <T extends SealedSection>(
  entries: readonly (readonly [string, T])[],
): { sealed?: Readonly<Record<string, T>> } =>
  entries.length === 0 ? {} : { sealed: Object.fromEntries(entries) };

async function currentKeys(
  keys: UnitKeys,
  units: readonly string[],
): Promise<ReadonlyMap<string, UnitKey>> {
  const names = [...new Set(units)];
  const found = await Promise.all(names.map((unit) => keys.currentOf(unit)));
  return new Map(
    names
      .map((unit, at) => [unit, found[at]] as const)
      .flatMap(([unit, key]) => (key ? [[unit, key] as const] : [])),
  );
}

function keyOf(keys: ReadonlyMap<string, UnitKey>, unit: string): UnitKey {
  const key = keys.get(unit);
  if (!key) throw new ClearSectionError(`of ${unit}`);
  return key;
}
