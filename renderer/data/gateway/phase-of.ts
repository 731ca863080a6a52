/** What kind of trouble a problem is, for the one word that is always on screen. */
import type { Problem } from '../../../shared/errors/index.ts';
import type { SyncPhase } from '../port/data-port.ts';
import { needsSignIn } from './token-provider.ts';

const phases: Readonly<Record<string, SyncPhase>> = {
  SERVER_UNREACHABLE: 'offline',
  LINE_STALLED: 'offline',
  ANSWER_CUT_SHORT: 'offline',
  CAPTIVE_PORTAL: 'portal',
  CENTRE_IN_TROUBLE: 'centreTrouble',
  SERVER_STARTING: 'centreTrouble',
  AUDIT_UNAVAILABLE: 'centreTrouble',
  TOO_MANY_REQUESTS: 'centreTrouble',
};

/** A defect of the disk is told as INTERNAL, too; it is not the centre's. */
const isDiskTrouble = ({ details }: Problem): boolean => details?.['incident'] === 'DISK';

export function phaseOf(problem: Problem): SyncPhase {
  if (needsSignIn(problem.code)) return 'signInNeeded';
  if (problem.code === 'INTERNAL') return isDiskTrouble(problem) ? 'error' : 'centreTrouble';
  return phases[problem.code] ?? 'error';
}
