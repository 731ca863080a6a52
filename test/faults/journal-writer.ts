/**
 * A process that writes a real journal and says on its output what it was told is kept. It dies at the fault
 * point of its environment. Arguments: folder, first order.
 */
import { allowFaultPoints } from '../../electron/fault-points.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';

const [folder = '', first = '1'] = process.argv.slice(2);
const journal = await openJournal({ folder, now: () => new Date(), compactFromBytes: 20_000 });
allowFaultPoints(() => process.env.HOSO_FAULT_AT, false);
const say = (word: string, seqs: readonly number[]): void => {
  process.stdout.write(`${word} ${seqs.join(',')}\n`);
};
for (let seq = Number(first); seq < Number(first) + 400; seq += 4) {
  const seqs = [seq, seq + 1, seq + 2, seq + 3];
  await journal.append(
    seqs.map((one) => ({ id: `work:${one}`, seq: one, body: `${one} `.repeat(120) })),
  );
  say('kept', seqs);
  // Three of four are settled: there is always something to compact.
  const gone = seqs.slice(1);
  say('settling', gone);
  await journal.settled(gone.map((one) => `work:${one}`));
  say('settled', gone);
}
