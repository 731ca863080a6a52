/** What a change wants a dossier to say: whether it says anything, and whether that would be a dossier. */
import { isJsonObject, type JsonObject } from '../../shared/canonical/json.ts';
import { civilDateInVietnam, type CivilDate } from '../../shared/calendar/partial-date.ts';
import { checkPossible } from '../../shared/checks/index.ts';
import type { Change } from '../../shared/change/change.ts';
import { applyMergePatch, makeMergePatch, touchedPaths } from '../../shared/change/merge-patch.ts';
import { contentPatchSchema } from '../../shared/change/patch-schema.ts';
import { dossierContentSchema, type DossierContent } from '../../shared/dossier/content.ts';
import { timeIsAbsurd } from '../../shared/change/times.ts';
import type { Dossier } from '../../shared/dossier/dossier.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { invalidInput } from './row-shape.ts';

const invalid = (path: string, reason: string): Result<never> =>
  failed('INVALID_INPUT', { path, reason });

/** Decisions take effect at most so long after they are entered. */
const clockAheadDays = 366;

/** What holds for drafts too: the paths are those of the patch, the times are possible. */
export function checkOutline(change: Change, nowMs: number): Result<null> {
  const paths = touchedPaths(change.patch);
  if (paths.length !== change.paths.length || paths.some((path, at) => path !== change.paths[at]))
    return invalid('paths', 'không khớp với nội dung thay đổi');
  if (timeIsAbsurd(change.authoredAtUtc, nowMs)) return failed('CHANGE_TIME_WRONG');
  const latest = civilDateInVietnam(
    new Date(nowMs + clockAheadDays * 24 * 3600 * 1000).toISOString(),
  );
  if (change.clockFrom > latest) return invalid('clockFrom', 'ngày quá xa trong tương lai');
  if ((change.kind === 'create') !== (change.baseVersion === 0))
    return invalid('baseVersion', 'không khớp với loại thay đổi');
  return done(null);
}

/**
 * The name in lists, on the desk and in what the head signs is that of the person: as the change makes it, or as
 * it stands. Nothing to compare with while a draft neither has a name nor a dossier.
 */
export function checkPersonName(
  { personName, patch }: Change,
  dossier: Dossier | null,
): Result<null> {
  const given = isJsonObject(patch.identity) ? patch.identity.fullName : undefined;
  const names = [given, dossier?.content.identity.fullName].filter((name) => name !== undefined);
  return names.length === 0 || names.includes(personName)
    ? done(null)
    : invalid('personName', 'không phải họ tên trong hồ sơ');
}

/** A draft may lack anything, but it holds nothing that is no part of a dossier. */
export function checkDraft({ patch }: Change): Result<null> {
  const parsed = contentPatchSchema.safeParse(patch);
  if (parsed.success) return done(null);
  const issue = parsed.error.issues[0];
  const path = ['patch', ...(issue?.path ?? [])].map(String).join('.');
  return invalid(path, 'không phải nội dung hồ sơ');
}

/** The content that the dossier would have, which no check calls impossible; asked of everything that is submitted. */
export function contentAfter(
  change: Change,
  dossier: Dossier | null,
  today: CivilDate,
): Result<DossierContent> {
  // A decision for what stands on every field changes nothing, and says so under a name.
  const says = change.paths.length > 0 || change.resolves !== undefined;
  if (!says) return failed('CHANGE_NOTHING_CHANGED');
  if (change.kind === 'create' && dossier) return failed('DOSSIER_EXISTS');
  if (change.kind !== 'create' && !dossier) return failed('DOSSIER_UNKNOWN');
  if (dossier && change.baseVersion > dossier.version)
    return invalid('baseVersion', 'mới hơn hồ sơ trên máy chủ');
  // A parsed dossier's content is JSON; its optional fields are absent, not undefined.
  const base: JsonObject = dossier ? dossier.content : {};
  const next = applyMergePatch(base, change.patch);
  const parsed = dossierContentSchema.safeParse(next);
  if (!parsed.success) return invalidInput(parsed.error);
  const possible = checkPossible(parsed.data, change.paths, today);
  if (!possible.ok) return possible;
  if (change.resolves) return done(parsed.data);
  const onPresent = dossier !== null && change.baseVersion === dossier.version;
  if (onPresent && isJsonObject(next) && Object.keys(makeMergePatch(base, next)).length === 0)
    return failed('CHANGE_NOTHING_CHANGED');
  return done(parsed.data);
}
