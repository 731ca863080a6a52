import { expect, it } from 'vitest';
import type { FaultRecord } from './fault-record.ts';
import { differences, withTable } from './page.ts';

const row: FaultRecord = {
  area: 'office',
  fault: 'power cut',
  where: 'SIGKILL | in the middle',
  runs: 6,
  acknowledged: 40,
  lost: 0,
  outcome: 'goes on by itself',
};
const empty = 'Before.\n\n<!-- begin: made by `npm run faults` -->\n\n<!-- end -->\n\nAfter.\n';

it('the table comes between the marks, and agrees with the rows it was made of', () => {
  const page = withTable(empty, [row, { ...row, area: 'centre' }]);
  expect(page.startsWith('Before.') && page.endsWith('After.\n')).toBe(true);
  expect(page.indexOf('| office')).toBeLessThan(page.indexOf('| centre'));
  expect(differences(page, [row, { ...row, area: 'centre' }])).toEqual([]);
  expect(withTable(page, [row, { ...row, area: 'centre' }])).toBe(page);
});

it('other counts are no difference; other words, a missing and a new fault are', () => {
  const page = withTable(empty, [row]);
  expect(differences(page, [{ ...row, runs: 9, acknowledged: 1 }])).toEqual([]);
  expect(differences(page, [{ ...row, outcome: 'stops' }])).toHaveLength(2);
  expect(differences(page, [])).toHaveLength(1);
  expect(differences(page, [row, { ...row, fault: 'flood' }])).toHaveLength(1);
});

it('a part of the tests may add its rows, and leave those of the others', () => {
  const page = withTable(empty, [row, { ...row, fault: 'flood' }]);
  const added = withTable(page, [{ ...row, runs: 9 }], true);
  expect(added).toContain('| 9 |');
  expect(differences(added, [row, { ...row, fault: 'flood' }])).toEqual([]);
});

it('lost work is never agreed with', () => {
  expect(differences(withTable(empty, [row]), [{ ...row, lost: 1 }])).toEqual([
    'lost work: office: power cut',
  ]);
});

it('a page without the marks is refused', () => {
  expect(() => withTable('nothing', [row])).toThrow('has no');
});
