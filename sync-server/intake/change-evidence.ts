/** What a change says of its scans: known kinds, bounded size and number, each content once. Pure. */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import type { Change } from '../../shared/change/change.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { inMegabytes, scanLimitOn } from '../../shared/regulation/scan-limit.ts';
import { scanTypeNames } from '../../shared/scan/media-type.ts';

export function checkEvidence({ evidence }: Change, nowMs: number): Result<null> {
  const limits = scanLimitOn(civilDateInVietnam(new Date(nowMs).toISOString()));
  if (evidence.length > limits.mostOfChange)
    return failed('SCAN_TOO_MANY', { most: limits.mostOfChange });
  if (evidence.some(({ bytes }) => bytes > limits.mostBytes))
    return failed('SCAN_TOO_LARGE', { mostMegabytes: inMegabytes(limits.mostBytes) });
  if (!evidence.every(({ mediaType }) => scanTypeNames.some((type) => type === mediaType)))
    return failed('SCAN_TYPE_UNKNOWN');
  if (new Set(evidence.map(({ sha256 }) => sha256)).size !== evidence.length)
    return failed('INVALID_INPUT', { path: 'evidence', reason: 'một bản chụp được nêu hai lần' });
  return done(null);
}
