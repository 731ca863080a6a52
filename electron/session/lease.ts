/** May a vault still be opened by its password alone? The rule is the dated row of shared/regulation. */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { assertNever, done, failed, type Result } from '../../shared/errors/index.ts';
import { offlineLease, offlineLeaseOn } from '../../shared/regulation/offline-lease.ts';
import type { VaultProfile } from '../vault/vault-file.ts';

/** VAULT_LEASE_ENDED or VAULT_CLOCK_BEHIND; both end with a sign-in at the centre. */
export function checkLease({ confirmedAtUtc }: VaultProfile, nowUtc: string): Result<null> {
  const row = offlineLeaseOn(civilDateInVietnam(nowUtc));
  const lease = offlineLease(row, confirmedAtUtc, nowUtc);
  switch (lease) {
    case 'holds':
      return done(null);
    case 'ended':
      return failed('VAULT_LEASE_ENDED', { days: row.value });
    case 'clockBehind':
      return failed('VAULT_CLOCK_BEHIND');
    default:
      return assertNever(lease);
  }
}
