import { expect, it } from 'vitest';
import { faultPointNames } from '../../shared/contract/fault-points.ts';
import { faultPoints } from '../../sync-server/fault-points.ts';
import { clientStruck, serverStruck } from './struck-points.ts';

it('a program dies at every fault point that the code names', () => {
  const unstruck = (
    named: readonly string[],
    struck: Readonly<Record<string, readonly string[]>>,
  ) => named.filter((point) => !Object.values(struck).flat().includes(point));
  expect(unstruck(faultPointNames, clientStruck)).toEqual([]);
  expect(unstruck(faultPoints, serverStruck)).toEqual([]);
});
