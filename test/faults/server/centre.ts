/** A centre whose `hoso serve` can be started to die at a named point, and the work that offices give it. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Approval } from '../../../shared/approval/approval.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { PushResult } from '../../../shared/contract/sync.ts';
import { makeBackupKey } from '../../../sync-server/backup/backup-key.ts';
import { trustRoot } from '../../../sync-server/approvals/trusted-roots.ts';
import { seedCentre, signIn, testPassword, type TestAccount } from '../../helpers/gateway.ts';
import { makeApproval, makeChange, moved, personPatch } from '../../helpers/office-changes.ts';
import { startServeProcess, type ServeProcess } from '../../helpers/serve-process.ts';
import { createSoftwareCa, type SoftwareSigner } from '../../helpers/software-signer.ts';

export const school = 'H20.81.11';
export const desk = 'desk-h20-81-11';
export const records = 'records-h20-81-11';
const clerk: TestAccount = {
  user: 'vanthu.truong',
  name: 'Phạm Ngọc Ánh',
  grants: [{ role: 'clerk', unit: school }],
};
const head = {
  user: 'hieutruong',
  name: 'Võ Minh Hiếu',
  grants: [{ role: 'head', unit: school }],
} as const;

export interface SeededCentre {
  readonly signer: SoftwareSigner;
  /** A data folder of its own, as the seed left it. */
  copy(): Promise<string>;
  close(): Promise<void>;
}

export async function seed(): Promise<SeededCentre> {
  const root = await mkdtemp(join(tmpdir(), 'hoso-faults-'));
  const ca = await createSoftwareCa();
  const signer = await ca.issue(head.name);
  const original = join(root, 'seed');
  const store = await seedCentre(original, [
    clerk,
    { ...head, certificatePem: signer.certificatePem },
  ]);
  await store.close();
  await trustRoot(original, 'thu', ca.pem);
  await makeBackupKey(original, {});
  let copies = 0;
  return {
    signer,
    async copy() {
      copies += 1;
      const dataDir = join(root, `${copies}`);
      await cp(original, dataDir, { recursive: true });
      return dataDir;
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

/** Without a point it lives until it is stopped. */
export const serve = (dataDir: string, faultAt?: string): Promise<ServeProcess> =>
  startServeProcess(
    ['--data', dataDir],
    faultAt === undefined ? {} : { HOSO_FAULT_AT: faultAt, NODE_ENV: 'test' },
  );

/** What one office wants done, and what it was told is done. */
export interface Work {
  readonly changes: readonly Change[];
  readonly acknowledged: Map<string, string>;
  approval: Approval | null;
}

export const newWork = (): Work => ({ changes: [], acknowledged: new Map(), approval: null });

const died = (error: unknown): boolean => error instanceof TypeError;

/**
 * Enters, verifies and approves a few people, from where the work stands; false when the server was gone before
 * the end. Whatever was not acknowledged is sent again, as an office does.
 */
export async function doWork(url: string, work: Work, signer: SoftwareSigner): Promise<boolean> {
  try {
    const office = await signIn(url, clerk.user, testPassword);
    const chief = await signIn(url, head.user, testPassword);
    if (work.changes.length === 0)
      Object.assign(work, {
        changes: Array.from({ length: 3 }, () =>
          makeChange({ unit: school, author: office.stamp, patch: personPatch('Lê Thị Bền') }),
        ),
      });
    const verified = work.changes.map((change) => moved(change, 'verified', office.stamp));
    keep(work, await office.push(work.changes));
    keep(work, await office.push(verified));
    work.approval ??= await makeApproval(signer, chief.stamp, school, verified);
    keep(work, await chief.push([work.approval]));
    return true;
  } catch (error) {
    if (died(error)) return false;
    throw error;
  }
}

function keep({ acknowledged }: Work, results: readonly PushResult[]): void {
  for (const result of results) {
    // A row that went further already is a conflict with what stands, or refused as decided: the centre has it.
    if (result.outcome === 'stored') acknowledged.set(result.id, result.rev);
  }
}
