/** Which certificates sign for an account. A certificate belongs to one account in the province. */
import { done, failed } from '../../shared/errors/index.ts';
import type { AccountDocument } from './account-document.ts';
import { readPemCertificate } from './certificate.ts';
import { createManagedChange, type ManagementParts } from './managed-change.ts';
import type { Principal } from './sign-in.ts';

export function createCertificateRegistry(parts: ManagementParts) {
  const { accounts } = parts;
  const { change } = createManagedChange(parts);

  const register = (by: Principal, user: string, pem: string) =>
    change('account.certificateAdd', by, user, async (account) => {
      const read = readPemCertificate(pem, by.subject.account, parts.nowMs());
      if (!read.ok) return read;
      const { sha256 } = read.value;
      const holder = (await accounts.all()).find(({ certificates }) =>
        certificates.some((each) => each.sha256 === sha256),
      );
      if (holder && holder.account !== account.account) return failed('CERTIFICATE_TAKEN');
      return done((stored: AccountDocument) => ({
        ...stored,
        certificates: [...stored.certificates.filter((each) => each.sha256 !== sha256), read.value],
      }));
    });

  const withdraw = (by: Principal, user: string, sha256: string) =>
    change('account.certificateRemove', by, user, () =>
      done((stored: AccountDocument) => ({
        ...stored,
        certificates: stored.certificates.filter((each) => each.sha256 !== sha256),
      })),
    );

  return { register, withdraw };
}
