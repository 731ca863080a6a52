/** An account as it is stored: server-only database `accounts`, id `account:<user>`. */
import { z } from 'zod';
import { grantSchema, userNameSchema, type SessionAccount } from '../../shared/account/account.ts';
import type { ManagedAccount } from '../../shared/contract/accounts.ts';
import type { Subject } from '../../shared/account/policy.ts';

export const registeredCertificateSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  pem: z.string(),
  commonName: z.string(),
  notAfterUtc: z.string(),
  registeredAtUtc: z.string(),
  registeredBy: z.string(),
});
export type RegisteredCertificate = Readonly<z.infer<typeof registeredCertificateSchema>>;

export const accountDocumentSchema = z.object({
  _id: z.string().startsWith('account:'),
  type: z.literal('account'),
  account: userNameSchema,
  name: z.string().min(1).max(120),
  grants: z.array(grantSchema),
  ownDossier: z.string().optional(),
  passwordHash: z.string(),
  mustChangePassword: z.boolean(),
  /** Wrong passwords in a row; a right one clears them. */
  wrongTries: z.int().min(0),
  lastWrongAtUtc: z.string().optional(),
  lockedAtUtc: z.string().nullable(),
  disabled: z.boolean(),
  certificates: z.array(registeredCertificateSchema),
  createdAtUtc: z.string(),
  passwordChangedAtUtc: z.string(),
});
export type AccountDocument = Readonly<z.infer<typeof accountDocumentSchema>>;

export const accountId = (user: string): string => `account:${user}`;

export function sessionAccountOf(doc: AccountDocument): SessionAccount {
  const base = {
    account: doc.account,
    name: doc.name,
    grants: doc.grants,
    mustChangePassword: doc.mustChangePassword,
    certificates: doc.certificates.map(({ sha256 }) => sha256),
  };
  return doc.ownDossier === undefined ? base : { ...base, ownDossier: doc.ownDossier };
}

export function subjectOf(doc: AccountDocument): Subject {
  return { account: doc.account, grants: doc.grants, ownDossier: doc.ownDossier };
}

export function managedAccountOf(doc: AccountDocument): ManagedAccount {
  return {
    ...sessionAccountOf(doc),
    locked: doc.lockedAtUtc !== null,
    disabled: doc.disabled,
    certificateDetails: doc.certificates.map(({ pem: _pem, ...details }) => details),
  };
}
