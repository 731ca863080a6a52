/** What a dossier said before one of its applied changes, by folding the earlier ones again. */
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
  if (place === 0) return undefined;
  const byId = new Map(changes.map((known) => [known._id, known]));
  let content: JsonValue = {};
  for (const entry of dossier.applied.slice(0, place)) {
    const earlier = byId.get(entry.change);
    if (!earlier) return 'unknown';
    content = applyMergePatch(content, earlier.patch);
  }
  return isJsonObject(content) ? content : 'unknown';
}
