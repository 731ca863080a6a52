/**
 * One sensitive section, sealed under its unit's key. Bound to the document, the section and the key, so that no
 * ciphertext can be put in another's place. The salt of a change's section is sealed with its value: who gets the
 * one gets the other.
 */
import type { JsonValue } from '../../shared/canonical/json.ts';
import { openSealedBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { SealedSection } from './stored-form.ts';

export interface SectionPlace {
  readonly document: string;
  readonly section: string;
}
/** The salt is null in a dossier: only changes are signed. */
export interface SectionValue {
  readonly value: JsonValue;
  readonly salt: string | null;
}

const aboutOf = ({ document, section }: SectionPlace, keyId: string): string =>
  `hoso-section-1\n${document}\n${section}\n${keyId}`;

export function sealSection(
  key: { readonly id: string; readonly bytes: Uint8Array },
  place: SectionPlace,
  { salt, value }: SectionValue,
): SealedSection {
  const clear = Buffer.from(JSON.stringify([salt, value]), 'utf8');
  const data = sealBytes(key.bytes, clear, aboutOf(place, key.id)).toString('base64');
  return { key: key.id, data };
}

/** @throws SealBrokenError */
export function openSection(
  keyBytes: Uint8Array,
  place: SectionPlace,
  { key, data }: SealedSection,
): SectionValue {
  const sealed = Buffer.from(data, 'base64');
  const clear = openSealedBytes(keyBytes, sealed, aboutOf(place, key)).toString('utf8');
  // Sealed by the function above, and the tag vouches for it since.
  const [salt, value] = JSON.parse(clear) as [string | null, JsonValue];
  return { salt, value };
}
