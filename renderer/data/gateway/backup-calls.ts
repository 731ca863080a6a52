/** The centre's backups are asked of the centre, in an office as in a browser. */
import {
  backupOverviewSchema,
  startBackupResponseSchema,
} from '../../../shared/contract/backups.ts';
import { done } from '../../../shared/errors/index.ts';
import type { DataPort } from '../port/data-port.ts';
import type { GatewayClient } from './gateway-client.ts';

export function backupCalls(client: GatewayClient): Pick<DataPort, 'backups' | 'startBackup'> {
  return {
    backups: () => client.get('/api/backups', backupOverviewSchema),
    startBackup: async (task) => {
      const answer = await client.post('/api/backups', { task }, startBackupResponseSchema);
      return answer.ok ? done(undefined) : answer;
    },
  };
}
