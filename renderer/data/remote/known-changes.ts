/** Changes with the revisions at which they were last seen: a step must say what it builds on. */
import { done, failed, type Result } from '../../../shared/errors/index.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { readChanges, type KnownChange } from './remote-reads.ts';

export interface KnownChanges {
  remember(rows: readonly KnownChange[]): void;
  /** One Result per id; asks the gateway for those not seen yet. */
  find(ids: readonly string[]): Promise<readonly Result<KnownChange>[]>;
}

export function createKnownChanges(client: GatewayClient): KnownChanges {
  const seen = new Map<string, KnownChange>();
  const remember = (rows: readonly KnownChange[]) => {
    for (const row of rows) seen.set(row.change._id, row);
  };
  return {
    remember,
    find: async (ids) => {
      if (ids.some((id) => !seen.has(id))) {
        const all = await readChanges(client, {});
        if (!all.ok) return ids.map(() => all);
        remember(all.value);
      }
      return ids.map((id) => {
        const row = seen.get(id);
        return row ? done(row) : failed('NOT_FOUND');
      });
    },
  };
}
