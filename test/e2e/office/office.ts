/** A real centre, one unit of it with its people, and what they did before a journey begins. */
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

export const unit = 'H20.81.11';
const otherUnit = 'H20.81.12';
export const person = 'Trần Thị Lụa';
export const clerk = { user: 'vanthu.truong', name: 'Phạm Ngọc Ánh', password: testPassword };

export type Amendment = Pick<Parameters<typeof makeChange>[0], 'dossier' | 'kind' | 'patch'> & {
  readonly baseVersion: number;
};

export interface Office {
  readonly url: string;
  /** Two who enter changes, at two PCs, and who signs. */
  readonly first: TestClient;
  readonly second: TestClient;
  /** Submitted and verified by this person. */
  readonly enter: (by: TestClient, change?: Partial<Amendment>) => Promise<Change>;
  readonly signAll: (changes: readonly Change[]) => Promise<void>;
  /** The head signs everything that is verified. */
  readonly sign: () => Promise<void>;
  /** A dossier of the unit beside, which people here do not see. */
  readonly enterBeside: (identityNumber: string) => Promise<void>;
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
  const grantOf = (role: 'clerk' | 'head', where = unit) => [{ role, unit: where }] as const;
  const centre = await startCentre(
    [
      { user: clerk.user, name: clerk.name, grants: grantOf('clerk') },
      { user: 'vanthu.hai', name: 'Trần Văn Mười', grants: grantOf('clerk') },
      { user: 'vanthu.ben', name: 'Bùi Thị Sáu', grants: grantOf('clerk', otherUnit) },
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

export async function openOffice(): Promise<Office> {
  const { centre, key } = await openCentre();
  const [first, second, head] = await Promise.all(
    [clerk.user, 'vanthu.hai', 'hieutruong'].map((user) => centre.signIn(user)),
  );
  if (!first || !second || !head) throw new Error('nobody is here');
  const signAll = async (changes: readonly Change[]) =>
    push(head, await makeApproval(key, head.stamp, unit, changes));
  return {
    url: centre.url,
    first,
    second,
    signAll,
    enter: async (by, more) => {
      const made = makeChange({ unit, author: by.stamp, patch: personPatch(person), ...more });
      const change = moved(made, 'verified', by.stamp);
      await push(by, change);
      return change;
    },
    sign: async () => {
      const verified = await head.call('GET', '/api/changes?state=verified');
      const { rows } = changesResponseSchema.parse(verified.body);
      await signAll(rows.map(({ change }) => change));
    },
    enterBeside: async (identityNumber) => {
      const beside = await centre.signIn('vanthu.ben');
      const patch = personPatch('Người Đơn Vị Bên', identityNumber);
      await push(beside, makeChange({ unit: otherUnit, author: beside.stamp, patch }));
    },
    close: () => centre.close(),
  };
}
