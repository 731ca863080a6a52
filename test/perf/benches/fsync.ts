/** Fsync honesty: all durable figures stand on this one, and a virtual disk may be cheaper than a real one. */
import { bareAppends } from '../measure/fsync.ts';
import { ms, type Benchmark } from '../measure/row.ts';
import { median, percentile } from '../measure/statistics.ts';

const bytes = 4096;

export const fsync: Benchmark = {
  name: 'fsync',
  run: async (context) => {
    const taken = bareAppends(await context.folder(), bytes, context.quick ? 100 : 500);
    const p95 = percentile(taken, 0.95);
    return [
      {
        name: `bare append + fsync, ${bytes} bytes`,
        ours: ms(median(taken)),
        against: `p95 ${ms(p95)}`,
        ratio: '–',
        budget: '–',
        met: null,
        figures: { bytes, p50: median(taken), p95, p99: percentile(taken, 0.99) },
      },
    ];
  },
};
