/** A submitted `create` change, as an office's entry form would make it. */
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { JsonObject } from '../../shared/canonical/json.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import type { Change, PersonStamp } from '../../shared/change/change.ts';
import { saltsFor } from '../../shared/change/masking.ts';
import { touchedPaths } from '../../shared/change/merge-patch.ts';
import type { DossierContent } from '../../shared/dossier/content.ts';

export function createChange(input: {
  readonly unit: string;
  /** Made up when absent. */
  readonly ids?: { readonly change: string; readonly dossier: string };
  readonly content: DossierContent;
  readonly author: PersonStamp;
  readonly atMs: number;
}): Change {
  const { unit, content, author, atMs } = input;
  const atUtc = new Date(atMs).toISOString();
  // Dossier content is JSON: its optional fields are absent, not undefined.
  const patch: JsonObject = content;
  const salts = saltsFor(patch, () => randomBytes(16).toString('hex'));
  return {
    _id: input.ids?.change ?? `change:${ulid(atMs)}`,
    type: 'change',
    schema: 1,
    unit,
    dossier: input.ids?.dossier ?? `dossier:${ulid(atMs)}`,
    kind: 'create',
    baseVersion: 0,
    patch,
    ...(salts ? { salts } : {}),
    paths: [...touchedPaths(patch)],
    evidence: [],
    personName: content.identity.fullName,
    author,
    authoredAtUtc: atUtc,
    clockFrom: civilDateInVietnam(atUtc),
    state: 'submitted',
    history: [{ state: 'submitted', by: author, atUtc }],
  };
}
