/** Changes and approvals as an office makes them, for tests of the centre. */
import { ulid } from 'ulid';
import { makeManifest, manifestText, type Approval } from '../../shared/approval/approval.ts';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { isJsonObject, type JsonObject } from '../../shared/canonical/json.ts';
import type { Change, ChangeState, PersonStamp } from '../../shared/change/change.ts';
import { newSalt } from '../../renderer/data/authoring/ids.ts';
import { saltsFor } from '../../shared/change/masking.ts';
import { touchedPaths } from '../../shared/change/merge-patch.ts';
import { moveChange } from '../../shared/change/transitions.ts';
import type { SoftwareSigner } from './software-signer.ts';

let row = 0;

/** A number that no other test of this process uses. */
export function freshIdentityNumber(): string {
  row += 1;
  return `087085${String((process.pid % 900) * 1000 + row).padStart(6, '0')}`;
}

export const newDossierId = () => `dossier:${ulid()}`;
const nowUtc = () => new Date().toISOString();

export function personPatch(fullName: string, identityNumber = freshIdentityNumber()): JsonObject {
  return {
    identity: { fullName, gender: 'male', birthDate: '1985-03', identityNumber },
    employment: { position: 'Giáo viên' },
  };
}

export interface ChangeInput {
  readonly unit: string;
  readonly author: PersonStamp;
  readonly patch: JsonObject;
  readonly dossier?: string;
  readonly baseVersion?: number;
  readonly kind?: Change['kind'];
}

/** By dossier: an amendment names the person that an earlier change of this process made. */
const names = new Map<string, string>();

function personNameOf(dossier: string, { identity }: JsonObject): string {
  const given = isJsonObject(identity) ? identity.fullName : undefined;
  if (typeof given === 'string' && !names.has(dossier)) names.set(dossier, given);
  return typeof given === 'string' ? given : (names.get(dossier) ?? 'Người Được Ghi');
}

/** Submitted, and nothing more. */
export function makeChange(input: ChangeInput): Change {
  const { unit, author, patch } = input;
  const kind = input.kind ?? (input.dossier === undefined ? 'create' : 'amend');
  const atUtc = nowUtc();
  const dossier = input.dossier ?? newDossierId();
  const salts = saltsFor(patch, newSalt);
  return {
    _id: `change:${ulid()}`,
    type: 'change',
    schema: 1,
    unit,
    dossier,
    kind,
    baseVersion: input.baseVersion ?? (kind === 'create' ? 0 : 1),
    patch,
    ...(salts ? { salts } : {}),
    paths: [...touchedPaths(patch)],
    evidence: [],
    personName: personNameOf(dossier, patch),
    author,
    authoredAtUtc: atUtc,
    clockFrom: '2026-10-01',
    state: 'submitted',
    history: [{ state: 'submitted', by: author, atUtc }],
  };
}

export function moved(change: Change, to: ChangeState, by: PersonStamp, reason?: string): Change {
  return moveChange(change, to, by, nowUtc(), reason);
}

/** The month of the last working days before now, so that the window is not the test's business. */
const thisPeriod = () => civilDateInVietnam(nowUtc()).slice(0, 7);

export async function makeApproval(
  signer: SoftwareSigner,
  by: PersonStamp,
  unit: string,
  changes: readonly Change[],
  signedAt = new Date(),
): Promise<Approval> {
  const period = thisPeriod();
  const id = `approval:${period}:${ulid()}`;
  const createdAtUtc = nowUtc();
  const manifest = makeManifest({ id, unit, period, signer: by, changes, createdAtUtc });
  const signature = await signer.sign(manifestText(manifest), signedAt);
  return { _id: id, type: 'approval', schema: 1, unit, period, manifest, signature };
}
