/** What a gateway does without being asked. Several gateways do it side by side without harm. */
import type { SessionDirectory } from '../accounts/session-directory.ts';
import type { Projection } from '../projection/open-projection.ts';
import { repeat } from './repeat.ts';
import { startReseal, type ResealJobParts } from './reseal.ts';
import { resumeApprovals } from './resume-approvals.ts';

export interface JobParts extends ResealJobParts {
  readonly projection: Projection;
  readonly sessions: SessionDirectory;
  readonly applyApproval: (unit: string, id: string) => Promise<string>;
  readonly sweepScans: () => Promise<void>;
}

const minuteMs = 60_000;

/** Returns the way to stop. */
export function startJobs(parts: JobParts): () => Promise<void> {
  const { projection, sessions, applyApproval, sweepScans, onFailure } = parts;
  const stops = [
    repeat({
      everyMs: minuteMs,
      work: () => resumeApprovals(() => projection.unapplied(), applyApproval, onFailure),
      onFailure,
    }),
    repeat({ everyMs: 60 * minuteMs, work: () => sessions.sweep(), onFailure }),
    repeat({ everyMs: 24 * 60 * minuteMs, work: sweepScans, onFailure }),
    startReseal(parts),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
