/**
 * Which certificates sign for an account. A certificate belongs to one account in the province, and to the
 * person of that account: when its name is another one, whoever registers it says that they looked.
 */
import { done, failed } from '../../shared/errors/index.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';
import type { AccountDocument } from './account-document.ts';
import { readPemCertificate } from './certificate.ts';
import { createManagedChange, type ManagementParts } from './managed-change.ts';
import type { Principal } from './sign-in.ts';

export function createCertificateRegistry(parts: ManagementParts) {
  const { accounts } = parts;
  const { change } = createManagedChange(parts);

  /** @param holderConfirmed the certificate's other name was checked; on record as an event of its own */
  const register = (by: Principal, user: string, pem: string, holderConfirmed = false) => {
    const event = holderConfirmed ? 'account.certificateAddConfirmed' : 'account.certificateAdd';
    return change(event, by, user, async (account) => {
      const read = readPemCertificate(pem, by.subject.account, parts.nowMs());
      if (!read.ok) return read;
      const { sha256 } = read.value;
      const holder = (await accounts.all()).find(({ certificates }) =>
        certificates.some((each) => each.sha256 === sha256),
      );
      if (holder && holder.account !== account.account) return failed('CERTIFICATE_TAKEN');
      // Marks and case differ between what an authority prints and what an office types.
      const isSameName = foldText(read.value.commonName) === foldText(account.name);
      if (!isSameName && !holderConfirmed)
        return failed('CERTIFICATE_OTHER_HOLDER', { path: 'holderConfirmed' });
      return done((stored: AccountDocument) => ({
        ...stored,
        certificates: [...stored.certificates.filter((each) => each.sha256 !== sha256), read.value],
      }));
    });
  };

  const withdraw = (by: Principal, user: string, sha256: string) =>
    change('account.certificateRemove', by, user, () =>
      done((stored: AccountDocument) => ({
        ...stored,
        certificates: stored.certificates.filter((each) => each.sha256 !== sha256),
      })),
    );

  return { register, withdraw };
}
