/**
 * The one seam between clear and sealed: whatever the server reads of `records-*` and `desk-*` to understand it is
 * opened here, whatever it writes there is sealed here. Everything else sees clear forms (shared/), masked forms
 * (stored-form.ts, which need no key), or ciphertext.
 */
import type { Change } from '../../shared/change/change.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { ProblemError } from '../../shared/errors/index.ts';
import { bareDocument, type BareDocument, type Stored } from '../documents/documents.ts';
import { ServerKeyMissingError } from '../keys/key-ring.ts';
import { SealBrokenError } from '../keys/sealed-bytes.ts';
import type { StoredDocument } from '../store/document-store.ts';
import { clearChange, clearDossier, salted, sealChange, sealDossier } from './document-seal.ts';
import { maskedChange, maskedDossier, storedDossier, type SealedDocument } from './stored-form.ts';
import { UnitKeyMissingError, type UnitKey, type UnitKeys } from './unit-keys.ts';

export interface Sections extends Opening, Sealing {
  /** Makes the keys of these documents ready: once for all of them, and then opening needs no waiting. */
  prepare(docs: readonly StoredDocument[]): Promise<void>;
}

interface Opening {
  /** After `prepare`: a document as it is handed out, in clear or masked. */
  shown(doc: StoredDocument, clear: boolean): BareDocument;
  shownChange(doc: StoredDocument, clear: boolean): Change;
  shownDossier(doc: StoredDocument, clear: boolean): Dossier;
  openChanges(stored: readonly Stored[]): Promise<readonly Change[]>;
  openDossiers(stored: readonly Stored[]): Promise<readonly Dossier[]>;
}

interface Sealing {
  /** @param rows with what stands of each change, whose hidden sections it keeps */
  sealChanges(
    rows: readonly { readonly change: Change; readonly standing?: Stored | undefined }[],
  ): Promise<readonly SealedDocument[]>;
  sealDossiers(dossiers: readonly Dossier[]): Promise<readonly SealedDocument[]>;
  /** Of stored changes and dossiers: the same again under the present key, also of what stood in clear. */
  sealAgain(stored: readonly Stored[]): Promise<readonly SealedDocument[]>;
}

/** The unit keys that a change or dossier is sealed under. */
export function keyIdsIn(doc: StoredDocument): readonly string[] {
  if (doc.type !== 'change' && doc.type !== 'dossier') return [];
  return Object.values(storedDossier(doc).sealed ?? {}).map(({ key }) => key);
}

/** @param onFailure is told of what cannot be opened and is therefore shown masked */
export function openSections(keys: UnitKeys, onFailure: (error: unknown) => void): Sections {
  const prepare = async (docs: readonly StoredDocument[]): Promise<void> => {
    try {
      await keys.load(docs.flatMap(keyIdsIn));
    } catch (error) {
      if (!(error instanceof ServerKeyMissingError)) throw error;
      onFailure(error);
      throw new ProblemError('SERVER_KEY_MISSING');
    }
  };
  return { prepare, ...openingWith(keys, prepare, onFailure), ...sealingWith(keys, prepare) };
}

function openingWith(
  keys: UnitKeys,
  prepare: Sections['prepare'],
  onFailure: (error: unknown) => void,
): Opening {
  const bytes = (id: string) => keys.get(id).bytes;

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
  const shownChange = (doc: StoredDocument, clear: boolean): Change => {
    const masked = () => maskedChange(doc);
    return clear ? orMasked(() => clearChange(doc, bytes), masked) : masked();
  };
  const shownDossier = (doc: StoredDocument, clear: boolean): Dossier => {
    const masked = () => maskedDossier(doc);
    return clear ? orMasked(() => clearDossier(doc, bytes), masked) : masked();
  };
  const opened = async <T>(
    stored: readonly Stored[],
    open: (doc: StoredDocument) => T,
  ): Promise<readonly T[]> => {
    await prepare(stored.map(({ doc }) => doc));
    return stored.map(({ doc }) => open(doc));
  };
  return {
    shown(doc, clear) {
      if (doc.type === 'change') return { ...shownChange(doc, clear) };
      if (doc.type === 'dossier') return { ...shownDossier(doc, clear) };
      return bareDocument(doc);
    },
    shownChange,
    shownDossier,
    openChanges: (stored) => opened(stored, (doc) => clearChange(doc, bytes)),
    openDossiers: (stored) => opened(stored, (doc) => clearDossier(doc, bytes)),
  };
}

function sealingWith(keys: UnitKeys, prepare: Sections['prepare']): Sealing {
  const bytes = (id: string) => keys.get(id).bytes;

  /** The present key of each unit, asked once. */
  async function keysFor(units: readonly string[]): Promise<(unit: string) => UnitKey> {
    const found = new Map<string, UnitKey>();
    for (const unit of new Set(units)) found.set(unit, await keys.currentOf(unit));
    return (unit) => {
      const key = found.get(unit);
      if (!key) throw new UnitKeyMissingError(unit);
      return key;
    };
  }
  return {
    async sealChanges(rows) {
      const keyOf = await keysFor(rows.map(({ change }) => change.unit));
      return rows.map(({ change, standing }) => sealChange(change, keyOf(change.unit), standing));
    },
    async sealDossiers(dossiers) {
      const keyOf = await keysFor(dossiers.map(({ unit }) => unit));
      return dossiers.map((dossier) => sealDossier(dossier, keyOf(dossier.unit)));
    },
    async sealAgain(stored) {
      await prepare(stored.map(({ doc }) => doc));
      const keyOf = await keysFor(stored.map(({ doc }) => storedDossier(doc).unit));
      return stored.map(({ doc }) => {
        const key = keyOf(storedDossier(doc).unit);
        if (doc.type === 'dossier') return sealDossier(clearDossier(doc, bytes), key);
        return sealChange(salted(clearChange(doc, bytes)), key, undefined);
      });
    },
  };
}
