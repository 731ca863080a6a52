/** Identity numbers that already have a dossier or a waiting one here: importing a file twice is easily done. */
import { useQuery } from '@tanstack/react-query';
import { valueAt } from '../../../shared/change/describe.ts';
import type { DataPort } from '../../data/port/data-port.ts';
import { usePort } from '../../session/index.ts';

const pageSize = 500;

export async function knownNumbers(port: DataPort): Promise<ReadonlySet<string>> {
  const numbers = new Set<string>();
  let offset = 0;
  for (;;) {
    const { rows, total } = await port.dossiers({ offset, limit: pageSize });
    for (const row of rows) numbers.add(row.identityNumber);
    offset += rows.length;
    if (rows.length === 0 || offset >= total) break;
  }
  const waiting = await port.changes({ states: ['draft', 'submitted', 'verified', 'returned'] });
  for (const change of waiting) {
    const number = valueAt(change.patch, 'identity.identityNumber');
    if (typeof number === 'string') numbers.add(number);
  }
  return numbers;
}

export function useKnownNumbers(): ReadonlySet<string> | undefined {
  const port = usePort();
  return useQuery({
    queryKey: ['changes', 'known-numbers'],
    queryFn: () => knownNumbers(port),
  }).data;
}
