/** What a dossier said at an earlier version, by folding its first changes again, in the order they were applied. */
import { isJsonObject, type JsonObject, type JsonValue } from '../canonical/json.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Change } from './change.ts';
import { applyMergePatch } from './merge-patch.ts';

/**
 * The content that a change met, or meets: of an applied change the content before it, of any other the
 * present content. Undefined when the dossier did not exist, `unknown` when an earlier change is missing here.
 */
export function contentBefore(
  dossier: Dossier | null,
  changes: readonly Change[],
  change: Change,
): JsonObject | undefined | 'unknown' {
  if (!dossier) return undefined;
  const place = dossier.applied.findIndex((entry) => entry.change === change._id);
  if (place < 0) return dossier.content;
  return contentAtVersion(dossier, changes, place);
}

/** The content after the first `version` applied changes; undefined when that is before the first. */
export function contentAtVersion(
  dossier: Dossier,
  changes: readonly Change[],
  version: number,
): JsonObject | undefined | 'unknown' {
  if (version <= 0) return undefined;
  if (version >= dossier.applied.length) return dossier.content;
  const byId = new Map(changes.map((known) => [known._id, known]));
  let content: JsonValue = {};
  for (const entry of dossier.applied.slice(0, version)) {
    const earlier = byId.get(entry.change);
    if (!earlier) return 'unknown';
    content = applyMergePatch(content, earlier.patch);
  }
  return isJsonObject(content) ? content : 'unknown';
}
