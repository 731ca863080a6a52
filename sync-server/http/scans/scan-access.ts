/** Who may send a scan for a dossier. Denied by default, the same policy as for its changes. */
import { maySubmitChange } from '../../../shared/account/policy.ts';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { inMegabytes, scanLimitOn } from '../../../shared/regulation/scan-limit.ts';
import type { ScanAnnouncement } from '../../../shared/scan/scan.ts';
import type { Principal } from '../../accounts/sign-in.ts';
import { valueOf } from '../errors.ts';
import type { Services } from '../services.ts';

/** @throws ProblemError FORBIDDEN */
export function demandMaySend(
  { subject }: Principal,
  { unit, dossier }: Pick<ScanAnnouncement, 'unit' | 'dossier'>,
): void {
  if (!maySubmitChange(subject, { unit, dossier })) throw new ProblemError('FORBIDDEN');
}

/** @throws ProblemError FORBIDDEN, CHANGE_WRONG_UNIT, SCAN_TOO_LARGE, SCAN_UPLOADS_TOO_MANY, SCAN_UNREFERENCED_TOO_MUCH */
export async function demandMayBegin(
  { units, claims, scans, nowMs }: Services,
  principal: Principal,
  scan: ScanAnnouncement,
): Promise<void> {
  demandMaySend(principal, scan);
  const limits = scanLimitOn(civilDateInVietnam(new Date(nowMs()).toISOString()));
  if (scan.bytes > limits.mostBytes)
    throw new ProblemError('SCAN_TOO_LARGE', { mostMegabytes: inMegabytes(limits.mostBytes) });
  const owner = (await claims.owners([scan.dossier])).get(scan.dossier) ?? scan.unit;
  if (owner !== scan.unit || !(await units.codes()).has(scan.unit))
    throw new ProblemError('CHANGE_WRONG_UNIT');
  if ((await scans.uploads.countOf(principal.subject.account)) >= limits.mostUploads)
    throw new ProblemError('SCAN_UPLOADS_TOO_MANY');
  valueOf(await scans.unreferenced.admit(principal.subject.account, scan));
}
