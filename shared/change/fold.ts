/** Applying an approved change to its dossier. Pure: the same input gives the same dossier everywhere. */
import { dossierContentSchema } from '../dossier/content.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { JsonValue } from '../canonical/json.ts';
import type { Change } from './change.ts';
import { applyMergePatch, pathsOverlap } from './merge-patch.ts';

export interface FoldStamp {
  readonly approval: string;
  readonly atUtc: string;
}

export type FoldOutcome =
  | { readonly outcome: 'applied'; readonly dossier: Dossier }
  /** The change is in the dossier already: applying twice changes nothing. */
  | { readonly outcome: 'already'; readonly dossier: Dossier }
  /** A change approved since touched the same paths: a person must decide. */
  | {
      readonly outcome: 'conflicted';
      readonly paths: readonly string[];
      readonly dossierVersion: number;
    }
  /** The result would not be a valid dossier. */
  | { readonly outcome: 'invalid'; readonly path: string; readonly reason: string };

/** Paths touched by changes that were applied after the version the author saw. */
export function pathsSince(dossier: Dossier, baseVersion: number): readonly string[] {
  return dossier.applied
    .filter((entry) => entry.version > baseVersion)
    .flatMap((entry) => entry.paths);
}

/** @param dossier the present dossier, or null before its `create` */
export function foldChange(dossier: Dossier | null, change: Change, stamp: FoldStamp): FoldOutcome {
  if (dossier?.applied.some((entry) => entry.change === change._id))
    return { outcome: 'already', dossier };
  if (change.kind === 'create' && dossier) {
    return { outcome: 'conflicted', paths: change.paths, dossierVersion: dossier.version };
  }
  if (change.kind !== 'create' && !dossier) {
    return { outcome: 'invalid', path: '', reason: 'Hồ sơ chưa được lập' };
  }
  const clash = dossier ? pathsOverlap(change.paths, pathsSince(dossier, change.baseVersion)) : [];
  if (dossier && clash.length > 0) {
    return { outcome: 'conflicted', paths: clash, dossierVersion: dossier.version };
  }
  return applyTo(dossier, change, stamp);
}

function applyTo(dossier: Dossier | null, change: Change, stamp: FoldStamp): FoldOutcome {
  const base: JsonValue = dossier ? dossier.content : {};
  const parsed = dossierContentSchema.safeParse(applyMergePatch(base, change.patch));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      outcome: 'invalid',
      path: issue?.path.join('.') ?? '',
      reason: issue?.message ?? 'không hợp lệ',
    };
  }
  const version = (dossier?.version ?? 0) + 1;
  const entry = {
    change: change._id,
    version,
    paths: [...change.paths],
    approval: stamp.approval,
    approvedAtUtc: stamp.atUtc,
  };
  return {
    outcome: 'applied',
    dossier: {
      _id: change.dossier,
      type: 'dossier',
      schema: 1,
      unit: change.unit,
      version,
      status: dossier?.status ?? 'active',
      content: parsed.data,
      applied: [...(dossier?.applied ?? []), entry],
      updatedAtUtc: stamp.atUtc,
    },
  };
}
