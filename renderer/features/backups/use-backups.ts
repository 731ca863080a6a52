/** The overview of the backups, asked again while one is under way; and beginning one. */
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { BackupOverview, BackupTaskName } from '../../../shared/contract/backups.ts';
import { ProblemError, isProblemCode, type Result } from '../../../shared/errors/index.ts';
import { usePort } from '../../session/index.ts';

const key = ['backups'];
const busyMs = 1500;
const restingMs = 60_000;

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, details } = result.problem;
  throw new ProblemError(isProblemCode(code) ? code : 'SERVER_UNREACHABLE', details);
}

export function useBackups(): UseQueryResult<BackupOverview> {
  const port = usePort();
  return useQuery({
    queryKey: key,
    queryFn: async () => valueOf(await port.backups()),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.underWay ? busyMs : restingMs),
  });
}

export function useStartBackup() {
  const port = usePort();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (task: BackupTaskName) => valueOf(await port.startBackup(task)),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
