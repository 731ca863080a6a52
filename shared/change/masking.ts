/**
 * The clear and the masked form of a change. In the clear form each sensitive section of the patch has a salt of
 * its own, made by the author; in the masked form the section is gone and its salted hash stands for it. What is
 * signed holds the hash in either form (digest.ts), so that who may not read a section can still check the
 * signature over it. Without the salt, which nobody gets who does not get the section, the hash cannot be guessed.
 */
import { canonicalForm, sha256Hex } from '../canonical/canonical.ts';
import type { JsonObject, JsonValue } from '../canonical/json.ts';
import { sensitiveIn, sensitiveSections, withoutSections } from '../dossier/sensitive.ts';
import type { Change } from './change.ts';

type Sections = Readonly<Record<string, string>>;
type Maskable = Pick<Change, 'patch' | 'salts' | 'masked'>;

/** SHA-256 of the salt (hex, as text) followed by the canonical form of what the patch says of the section. */
export const sectionDigest = (salt: string, value: JsonValue): string =>
  sha256Hex(`${salt}${canonicalForm(value)}`);

/** Salts for the sensitive sections of a patch; undefined when it has none. @param newSalt 32 hex digits */
export function saltsFor(patch: JsonObject, newSalt: () => string): Sections | undefined {
  const names = sensitiveIn(patch);
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, newSalt()]));
}

/** The hashes that stand for the sensitive sections of a change, whichever form it has. */
export function sectionDigests({ patch, salts = {}, masked = {} }: Maskable): Sections {
  const hashed = Object.entries(salts).map(
    ([name, salt]) => [name, sectionDigest(salt, patch[name] ?? null)] as const,
  );
  return { ...masked, ...Object.fromEntries(hashed) };
}

/** The patch as it is signed: each sensitive section as `{ sha256 }`. */
export function signedPatch(change: Maskable): JsonObject {
  const digests = Object.entries(sectionDigests(change));
  return {
    ...change.patch,
    ...Object.fromEntries(digests.map(([name, sha256]) => [name, { sha256 }])),
  };
}

/** The change as it is shown to who may not read its sensitive sections. */
export function maskChange(change: Change): Change {
  const { salts, ...rest } = change;
  if (!salts) return change;
  const patch = withoutSections(change.patch, Object.keys(salts));
  return { ...rest, patch, masked: sectionDigests(change) };
}

/** The sections of a change that are hidden here. */
export const maskedSectionsOf = ({ masked = {} }: Pick<Change, 'masked'>): readonly string[] =>
  sensitiveSections.filter((section) => Object.hasOwn(masked, section));

/** Why the sections, salts and hashes do not belong together; null when they do. */
export function sectionFault({ patch, salts, masked }: Maskable): string | null {
  const clear = sensitiveIn(patch).toString();
  const salted = sensitiveSections.filter((section) => Object.hasOwn(salts ?? {}, section));
  if (clear !== salted.toString()) return 'mỗi mục nhạy cảm phải có muối riêng';
  const hidden = maskedSectionsOf({ masked });
  const counts = [
    salts ? Object.keys(salts).length : null,
    masked ? Object.keys(masked).length : null,
  ];
  if (counts.some((count, at) => count !== null && count !== [salted, hidden][at]?.length))
    return 'không phải mục nhạy cảm';
  if (counts.includes(0)) return 'thừa';
  return hidden.some((section) => salted.includes(section)) ? 'mục vừa hiện vừa ẩn' : null;
}
