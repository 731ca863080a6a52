/** A cluster may have been split; every hour one of its gateways looks. */
import { withLease } from '../documents/lease.ts';
import { createSplitSettler, type SplitParts } from '../splits/settle-splits.ts';
import { repeat } from './repeat.ts';

export interface SplitJobParts extends SplitParts {
  readonly onFailure: (error: unknown) => void;
}

/** Returns the way to stop. */
export function lookForSplits({ onFailure, ...parts }: SplitJobParts): () => Promise<void> {
  const settle = createSplitSettler(parts);
  const { store, nowMs } = parts;
  return repeat({
    everyMs: 3_600_000,
    async work() {
      await withLease({ store, name: 'splits', nowMs, onFailure }, settle);
    },
    onFailure,
  });
}
