/**
 * Sensitive sections, as the form marks them (religion, Party, health, personal history, family, means:
 * NĐ 356/2025/NĐ-CP). They are sealed at the centre, and shown only to who may read them. A section is marked
 * from its first day on: to mark one later would not seal what stands.
 */
import type { JsonObject } from '../canonical/json.ts';
import { sections } from './fields.ts';

export const sensitiveSections: readonly string[] = sections
  .filter(({ sensitive }) => sensitive)
  .map(({ name }) => name);

/** The sensitive sections that a content or a patch speaks of, in the order of the form. */
export const sensitiveIn = (content: JsonObject): readonly string[] =>
  sensitiveSections.filter((section) => Object.hasOwn(content, section));

/** A content or a patch without some of its sections. */
export function withoutSections(content: JsonObject, gone: readonly string[]): JsonObject {
  if (gone.length === 0) return content;
  return Object.fromEntries(Object.entries(content).filter(([name]) => !gone.includes(name)));
}
