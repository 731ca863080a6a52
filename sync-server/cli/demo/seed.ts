/** Fills an empty store with the demonstration. People's changes go through intake, as everybody's do. */
import { moveChange } from '../../../shared/change/transitions.ts';
import { readPemCertificate } from '../../accounts/certificate.ts';
import { newAccount } from '../../accounts/new-account.ts';
import { subjectOf } from '../../accounts/account-document.ts';
import { deskDatabase } from '../../../shared/unit/unit.ts';
import { addUnit } from '../../documents/units.ts';
import type { Services } from '../../http/services.ts';
import { createChange } from '../create-change.ts';
import { demoPeople } from './people.ts';
import { demoAccounts, demoUnits, type DemoAccount } from './province.ts';
import type { DemoCertificates } from './demo-pki.ts';

const office = 'H20.81';
/** The same at every try, so that a second one meets its own claims. */
const seededIds = (row: number) => {
  const ulid = `01JDEM${String(row).padStart(20, '0')}`;
  return { change: `change:${ulid}`, dossier: `dossier:${ulid}` };
};
const clerkUser = 'vanthu.xa';
const employeeUser = 'nhanvien';
/** Of the twelve, these have been checked already and wait for the head. */
const verifiedCount = 7;

export async function seedDemo(
  services: Services,
  pki: DemoCertificates | null,
  nowMs: number,
): Promise<void> {
  for (const unit of demoUnits) await addUnit(services.store, unit);
  await Promise.all(demoAccounts.map((account) => seedAccount(services, account, pki, nowMs)));
  // A start that was cut short is taken up: the changes are one write, so they are there or not.
  const { doc_count } = await services.store.info(deskDatabase(office));
  if (doc_count === 0) await seedChanges(services, nowMs);
}

async function seedAccount(
  { accounts }: Services,
  { user, name, role, unit, password, token }: DemoAccount,
  pki: DemoCertificates | null,
  nowMs: number,
): Promise<void> {
  const ownDossier = user === employeeUser ? seededIds(0).dossier : undefined;
  const grants = [{ role, unit }];
  const account = await newAccount(
    { user, name, grants, password, mustChangePassword: false, ownDossier },
    nowMs,
  );
  const pem = token === undefined ? undefined : pki?.tokens[token]?.certificatePem;
  const certificate = pem === undefined ? null : readPemCertificate(pem, 'quantri', nowMs);
  const certificates = certificate?.ok ? [certificate.value] : [];
  await accounts.create({ ...account, certificates });
}

async function seedChanges({ accounts, intake }: Services, nowMs: number): Promise<void> {
  const clerk = await accounts.find(clerkUser);
  if (!clerk) throw new Error(`no account ${clerkUser}`);
  const author = { subject: subjectOf(clerk), name: clerk.name };
  const by = { account: clerk.account, name: clerk.name };
  const rows = demoPeople.map((content, row) => {
    const atMs = nowMs - row * 60_000;
    const ids = seededIds(row);
    const submitted = createChange({ unit: office, ids, content, author: by, atMs });
    const atUtc = new Date(nowMs).toISOString();
    const verified = row < verifiedCount;
    const doc = verified ? moveChange(submitted, 'verified', by, atUtc) : submitted;
    return { assumedRev: null, doc };
  });
  const results = await intake.push(author, rows);
  const refused = results.find(({ outcome }) => outcome !== 'stored');
  if (refused) throw new Error(`demo change not admitted: ${JSON.stringify(refused)}`);
}
