/** A fresh commune for one run: units, accounts with sessions, and a few dossiers that are approved already. */
import { ulid } from 'ulid';
import type { Grant } from '../../../shared/account/roles.ts';
import type { Change } from '../../../shared/change/change.ts';
import { foldChange } from '../../../shared/change/fold.ts';
import { moveChange } from '../../../shared/change/transitions.ts';
import type { DossierContent } from '../../../shared/dossier/content.ts';
import { deskDatabase, recordsDatabase } from '../../../shared/unit/unit.ts';
import { signAccessToken } from '../../../sync-server/accounts/access-token.ts';
import { openAccountDirectory } from '../../../sync-server/accounts/account-directory.ts';
import {
  sessionAccountOf,
  type AccountDocument,
} from '../../../sync-server/accounts/account-document.ts';
import { readPemCertificate } from '../../../sync-server/accounts/certificate.ts';
import { newAccount } from '../../../sync-server/accounts/new-account.ts';
import { serverKeys, type ServerKeys } from '../../../sync-server/keys/server-keys.ts';
import { openSessionDirectory } from '../../../sync-server/accounts/session-directory.ts';
import { createChange } from '../../../sync-server/cli/create-change.ts';
import { addUnit, makeUnit } from '../../../sync-server/documents/units.ts';
import { openClaims } from '../../../sync-server/intake/claims.ts';
import type { DocumentStore } from '../../../sync-server/store/document-store.ts';
import type { Place, Post, SignedInPerson } from './orders.ts';

const dayMs = 24 * 3600 * 1000;
const validFrom = '2025-07-01';

export interface PlaceParts {
  readonly store: DocumentStore;
  readonly dataDir: string;
  readonly certificatePem: string;
}

const grantsOf = (commune: string, school: string): Readonly<Record<Post, Grant>> => ({
  clerk: { role: 'clerk', unit: commune },
  head: { role: 'head', unit: commune },
  admin: { role: 'unitAdmin', unit: commune },
  schoolClerk: { role: 'clerk', unit: school },
  employee: { role: 'employee', unit: commune },
  officer: { role: 'departmentOfficer', unit: commune },
});

/** Of the place's first dossiers; numbers beyond those that runs give. */
function firstContent(place: number, row: number): DossierContent {
  return {
    identity: {
      fullName: `Người Có Sẵn ${row}`,
      gender: 'female',
      birthDate: '1980-02',
      identityNumber: `9${String(place).padStart(5, '0')}${String(900_000 + row)}`,
    },
    employment: { position: 'Chuyên viên' },
  };
}

/** As approved before anybody looked: the documents as intake and approval would have left them. */
async function addDossier(
  { store }: PlaceParts,
  keys: ServerKeys,
  clerk: AccountDocument,
  unit: string,
  content: DossierContent,
): Promise<string> {
  const nowMs = Date.now() - dayMs;
  const atUtc = new Date(nowMs).toISOString();
  const ids = { change: `change:${ulid()}`, dossier: `dossier:${ulid()}` };
  const author = { account: clerk.account, name: clerk.name };
  const submitted = createChange({ unit, ids, content, author, atMs: nowMs });
  const approval = `approval:2026-01:${ulid()}`;
  const change: Change = {
    ...moveChange(moveChange(submitted, 'verified', author, atUtc), 'approved', author, atUtc),
    receivedAtUtc: atUtc,
    approval,
  };
  const folded = foldChange(null, change, { approval, atUtc });
  if (folded.outcome !== 'applied') throw new Error(`first dossier: ${folded.outcome}`);
  const claims = openClaims(store, keys.claim, Date.now);
  await claims.take([
    claims.ofOwner(change),
    claims.ofIdentity(content.identity.identityNumber, change),
  ]);
  await store.bulkDocs(recordsDatabase(unit), [{ ...folded.dossier }]);
  await store.bulkDocs(deskDatabase(unit), [{ ...change }]);
  return ids.dossier;
}

async function signIn(
  { store }: PlaceParts,
  keys: ServerKeys,
  account: AccountDocument,
): Promise<SignedInPerson> {
  const { id } = await openSessionDirectory(store).open(account.account, 'desktop');
  const claims = { account: account.account, session: id, expiresAtMs: Date.now() + dayMs };
  return { account: sessionAccountOf(account), token: await signAccessToken(keys.token, claims) };
}

/** One hash for all: nobody types a password here, and hashing is slow on purpose. */
let common: Promise<AccountDocument> | null = null;
const commonAccount = () =>
  (common ??= newAccount(
    { user: 'mau', name: 'Mẫu', grants: [], password: 'Lua@Chin2026', mustChangePassword: false },
    Date.now() - dayMs,
  ));

export async function makePlace(parts: PlaceParts, number: number): Promise<Place> {
  const { store } = parts;
  const keys = await serverKeys(parts.dataDir);
  const commune = `H20.${String(1000 + number)}`;
  const school = `${commune}.11`;
  await addUnit(
    store,
    makeUnit({ code: commune, name: `Xã ${number}`, kind: 'commune', parent: 'H20', validFrom }),
  );
  await addUnit(
    store,
    makeUnit({
      code: school,
      name: `Trường ${number}`,
      kind: 'school',
      parent: commune,
      validFrom,
    }),
  );
  const directory = openAccountDirectory(store);
  const base = await commonAccount();
  const certificate = readPemCertificate(parts.certificatePem, 'quantri', Date.now());
  const makeAccount = async (post: Post, ownDossier?: string): Promise<AccountDocument> => {
    const user = `${post.toLowerCase()}.${number}`;
    const made: AccountDocument = {
      ...base,
      _id: `account:${user}`,
      account: user,
      name: `Người ${post}`,
      grants: [grantsOf(commune, school)[post]],
      certificates: post === 'head' && certificate.ok ? [certificate.value] : [],
      ...(ownDossier === undefined ? {} : { ownDossier }),
    };
    await directory.create(made);
    return made;
  };
  const clerk = await makeAccount('clerk');
  const own = await addDossier(parts, keys, clerk, commune, firstContent(number, 1));
  await addDossier(parts, keys, clerk, commune, firstContent(number, 2));
  await addDossier(parts, keys, clerk, school, firstContent(number, 3));
  const signed = (account: AccountDocument) => signIn(parts, keys, account);
  const people = {
    clerk: await signed(clerk),
    head: await signed(await makeAccount('head')),
    admin: await signed(await makeAccount('admin')),
    schoolClerk: await signed(await makeAccount('schoolClerk')),
    employee: await signed(await makeAccount('employee', own)),
    officer: await signed(await makeAccount('officer')),
  };
  return { commune, school, people };
}
