/** Were the certificates valid, at the time the signer claims and at the one we know? */
import { isValidAt } from './certificate-facts.ts';
import type { CertificatePath } from './chain.ts';
import { outcome, refused, type CheckOutcome, type CheckOutcomes } from './verdict.ts';

export interface KnownTime {
  readonly atUtc: string;
  readonly clockToleranceMs?: number;
}

/** An office PC without a line drifts by minutes; the window it signs in is counted in days. */
const defaultClockToleranceMs = 10 * 60 * 1000;

export function judgeTimes(
  { atUtc, clockToleranceMs = defaultClockToleranceMs }: KnownTime,
  path: CertificatePath | undefined,
  signingTime: Date | undefined,
): CheckOutcomes {
  const given = new Date(atUtc);
  const known = !Number.isNaN(given.getTime());
  const allValidAt = (at: Date): CheckOutcome =>
    outcome(path?.every((each) => isValidAt(each, at)) ?? false, 'outside-the-certificate-dates');
  const latest = given.getTime() + clockToleranceMs;
  return {
    validAtGivenTime: known ? allValidAt(given) : refused('given-time-unreadable'),
    ...(signingTime && {
      validAtSigningTime: allValidAt(signingTime),
      signingTimeNotInFuture: outcome(
        known && signingTime.getTime() <= latest,
        'signed-after-the-given-time',
      ),
    }),
  };
}
