/** Made-up people and changes for tests. Nobody here exists. */
import { saltsFor } from '../../shared/change/masking.ts';
import { touchedPaths } from '../../shared/change/merge-patch.ts';
import type { Change } from '../../shared/change/change.ts';
import type { JsonObject } from '../../shared/canonical/json.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A well-formed ULID that depends only on the number. */
export function ulidOf(number: number): string {
  let rest = number;
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = (crockford[rest % 32] ?? '0') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

export const samplePerson = {
  identity: {
    fullName: 'Trần Thị Mẫu',
    gender: 'female',
    birthDate: '1985-03',
    identityNumber: '087185000001',
  },
} as const satisfies JsonObject;

export const sampleUnit = 'H20.81.11';
export const sampleAuthor = { account: 'vanthu.myan', name: 'Lê Văn Thư' };

export function sampleChange(number: number, over: Partial<Change> = {}): Change {
  const patch = over.patch ?? samplePerson;
  const atUtc = '2026-11-20T02:00:00.000Z';
  const salts = saltsFor(patch, () => number.toString(16).padStart(32, '0'));
  return {
    _id: `change:${ulidOf(number)}`,
    type: 'change',
    schema: 1,
    unit: sampleUnit,
    dossier: `dossier:${ulidOf(1)}`,
    kind: 'create',
    baseVersion: 0,
    patch,
    ...(salts ? { salts } : {}),
    paths: [...touchedPaths(patch)],
    evidence: [],
    personName: 'Trần Thị Mẫu',
    author: sampleAuthor,
    authoredAtUtc: atUtc,
    clockFrom: '2026-11-20',
    state: 'submitted',
    history: [{ state: 'submitted', by: sampleAuthor, atUtc }],
    ...over,
  };
}
