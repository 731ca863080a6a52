/** A centre with one office, and what its people did before the story begins: two edits of one dossier that met. */
import type { Change } from '../../../shared/change/change.ts';
import { changesResponseSchema } from '../../../shared/contract/http.ts';
import {
  startCentre,
  testPassword,
  type TestCentre,
  type TestClient,
} from '../../helpers/gateway.ts';
import { makeApproval, makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';

const unit = 'H20.81.11';
export const person = 'Trần Thị Lụa';
export const clerk = { user: 'vanthu.truong', name: 'Phạm Ngọc Ánh', password: testPassword };

export interface ConflictOffice {
  readonly url: string;
  /** The head signs everything that is verified. */
  readonly sign: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function push(client: TestClient, document: object): Promise<void> {
  const [result] = await client.push([document]);
  if (result?.outcome !== 'stored') throw new Error(JSON.stringify(result));
}

async function openCentre(): Promise<{
  readonly centre: TestCentre;
  readonly key: SoftwareSigner;
}> {
  const ca = await createSoftwareCa();
  const key = await ca.issue('Võ Minh Hiếu');
  const grantOf = (role: 'clerk' | 'head') => [{ role, unit }] as const;
  const centre = await startCentre(
    [
      { user: clerk.user, name: clerk.name, grants: grantOf('clerk') },
      { user: 'vanthu.hai', name: 'Trần Văn Mười', grants: grantOf('clerk') },
      {
        user: 'hieutruong',
        name: 'Võ Minh Hiếu',
        grants: grantOf('head'),
        certificatePem: key.certificatePem,
      },
    ],
    { caPem: ca.pem, logLevel: 'silent' },
  );
  return { centre, key };
}

export async function openConflictOffice(): Promise<ConflictOffice> {
  const { centre, key } = await openCentre();
  const [first, second, head] = await Promise.all(
    [clerk.user, 'vanthu.hai', 'hieutruong'].map((user) => centre.signIn(user)),
  );
  if (!first || !second || !head) throw new Error('nobody is here');
  const signAll = async (changes: readonly Change[]) =>
    push(head, await makeApproval(key, head.stamp, unit, changes));
  const enter = async (by: TestClient, more: Partial<Parameters<typeof makeChange>[0]>) => {
    const made = makeChange({ unit, author: by.stamp, patch: personPatch(person), ...more });
    const change = moved(made, 'verified', by.stamp);
    await push(by, change);
    return change;
  };
  const create = await enter(first, {});
  await signAll([create]);
  const on = { dossier: create.dossier, kind: 'amend', baseVersion: 1 } as const;
  const theirs = await enter(second, {
    ...on,
    patch: { contact: { phone: '0901 111 111', residence: 'Ấp An Lạc' } },
  });
  const mine = await enter(first, {
    ...on,
    patch: {
      contact: { phone: '0902 222 222', residence: 'Ấp An Thuận' },
      education: { major: 'Quản lý giáo dục' },
    },
  });
  await signAll([theirs]);
  await signAll([mine]);
  return {
    url: centre.url,
    sign: async () => {
      const verified = await head.call('GET', '/api/changes?state=verified');
      const { rows } = changesResponseSchema.parse(verified.body);
      await signAll(rows.map(({ change }) => change));
    },
    close: () => centre.close(),
  };
}
