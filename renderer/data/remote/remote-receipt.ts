/** The ladder of a change as a browser sees it: it keeps nothing, so the ladder begins at the centre. */
import { receiptOf, type Receipt } from '../../../shared/change/receipt.ts';
import { backupResponseSchema } from '../../../shared/contract/sync.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { KnownChanges } from './known-changes.ts';
import { orThrow } from '../gateway/or-throw.ts';

export async function remoteReceipt(
  client: GatewayClient,
  known: KnownChanges,
  id: string,
): Promise<Receipt | null> {
  const [found] = await known.find([id]);
  if (!found?.ok) return null;
  const { backup } = orThrow(await client.get('/api/sync/backup', backupResponseSchema));
  const { change } = found.value;
  return receiptOf({
    standing: change,
    master: change,
    waiting: false,
    refused: false,
    lacking: false,
    acknowledged: true,
    backupAtUtc: backup?.snapshotAtUtc ?? null,
    keptHere: false,
  });
}
