/** A durable save: the journal of the main process, against a bare append and fsync of as many bytes. */
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../../../electron/journal/open-journal.ts';
import { bareAppends } from '../measure/fsync.ts';
import { ms, times, type Benchmark, type BenchContext, type Row } from '../measure/row.ts';
import { interleave, median, percentile, timed } from '../measure/statistics.ts';

/** A sealed step of 3 KB, as base64. */
const bodyBytes = 4096;

async function run(context: BenchContext): Promise<readonly Row[]> {
  const folder = await context.folder();
  const journal = await openJournal({ folder: join(folder, 'journal'), now: () => new Date() });
  context.atEnd(journal.close);
  const body = randomBytes((bodyBytes / 4) * 3).toString('base64');
  let seq = 0;
  const append = () => {
    seq += 1;
    return journal.append([{ id: `work:${String(seq).padStart(26, '0')}`, seq, body }]);
  };
  await append();
  const bytes = journal.bytes;
  const taken = await interleave(context.quick ? 50 : 300, {
    ours: () => timed(append),
    bare: async () => bareAppends(folder, bytes, 1)[0] ?? Number.NaN,
  });
  const [ours, bare] = [median(taken.ours), median(taken.bare)];
  return [
    {
      name: `durable save: journal in the main process, ${bytes} bytes`,
      ours: ms(ours),
      against: `${ms(bare)} append + fsync`,
      ratio: times(ours / bare),
      budget: '≤ 3 ×',
      met: ours <= 3 * bare,
      figures: {
        bytes,
        oursP95: percentile(taken.ours, 0.95),
        bareP95: percentile(taken.bare, 0.95),
        written: statSync(join(folder, 'appends')).size,
      },
    },
  ];
}

export const journal: Benchmark = { name: 'journal', run };
