/** The units whose dossiers this account may read; a PC knows the names of others too. */
import { useMemo } from 'react';
import { may } from '../../../shared/account/policy.ts';
import type { Unit } from '../../../shared/unit/unit.ts';
import { useAccount, useUnits } from '../../session/index.ts';

export function useReadableUnits(): readonly Unit[] {
  const account = useAccount();
  const { data } = useUnits();
  return useMemo(
    () =>
      (data ?? [])
        .map(({ unit }) => unit)
        .filter((unit) => may(account, 'dossier.read', { unit: unit.code })),
    [account, data],
  );
}
