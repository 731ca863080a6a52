/** Approvals that were accepted but not applied, because a server ended in between: applied now. */
import type { Place } from '../projection/desk-queries.ts';

export interface ResumeParts {
  readonly unapplied: () => Promise<readonly Place[]>;
  readonly apply: (unit: string, id: string) => Promise<string>;
  readonly onFailure: (error: unknown) => void;
}

/** Another server may apply the same one at the same time: applying is idempotent. */
export async function resumeApprovals({ unapplied, apply, onFailure }: ResumeParts): Promise<void> {
  try {
    for (const { unit, id } of await unapplied()) await apply(unit, id);
  } catch (error) {
    onFailure(error);
  }
}

const everyMs = 60_000;

/** Once at the start, then again and again. Returns the way to stop; it waits for the work under way. */
export function keepResuming(parts: ResumeParts): () => Promise<void> {
  let running = resumeApprovals(parts);
  const timer = setInterval(() => {
    running = running.then(() => resumeApprovals(parts));
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
