/** A certificate that bears another name than the account is registered only by someone who says they looked. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAccountDirectory } from '../../../sync-server/accounts/account-directory.ts';
import { createCertificateRegistry } from '../../../sync-server/accounts/certificate-registry.ts';
import { openSessionDirectory } from '../../../sync-server/accounts/session-directory.ts';
import type { Principal } from '../../../sync-server/accounts/sign-in.ts';
import { openAudit } from '../../../sync-server/documents/audit.ts';
import { openUnitDirectory } from '../../../sync-server/documents/unit-directory.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import { newDataDir, seedCentre } from '../../helpers/gateway.ts';
import { createSoftwareCa } from '../../helpers/software-signer.ts';
import { everyone, people } from './people.ts';

let dataDir: string;
let store: DocumentStore;

beforeAll(async () => {
  dataDir = await newDataDir();
  store = await seedCentre(dataDir, everyone);
});
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

it('compares names without marks and case, asks for confirmation, and puts it on record', async () => {
  const audit = openAudit(store, () => undefined);
  const accounts = openAccountDirectory(store);
  const sessions = openSessionDirectory(store, Date.now);
  const units = openUnitDirectory(store, () => {});
  const parts = { accounts, sessions, units, audit, nowMs: Date.now };
  const { register } = createCertificateRegistry(parts);
  const { user, name, grants } = people.officer;
  const by = { subject: { account: user, grants }, name, session: 's' } as unknown as Principal;
  const ca = await createSoftwareCa();
  const [unmarked, other] = [await ca.issue('VO MINH HIEU'), await ca.issue('Người Lạ')];
  const head = people.head.user;

  expect((await register(by, head, unmarked.certificatePem)).ok).toBe(true);
  expect(await register(by, head, other.certificatePem)).toMatchObject({
    problem: { code: 'CERTIFICATE_OTHER_HOLDER', details: { path: 'holderConfirmed' } },
  });
  expect((await register(by, head, other.certificatePem, true)).ok).toBe(true);

  await audit.flush();
  const page = await store.allDocs('audit', { includeDocs: true });
  const rows = page.rows.flatMap((row) => ('error' in row || !row.doc ? [] : [row.doc]));
  expect(rows.map(({ event, outcome }) => `${String(event)} ${String(outcome)}`).sort()).toEqual([
    'account.certificateAdd CERTIFICATE_OTHER_HOLDER',
    'account.certificateAdd done',
    'account.certificateAddConfirmed done',
  ]);
});
