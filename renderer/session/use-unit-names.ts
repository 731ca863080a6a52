/** Names of units by code; the code itself while a name is not known here. */
import { useCallback, useMemo } from 'react';
import { useUnits } from './queries.ts';

export function useUnitNames(): (code: string) => string {
  const units = useUnits().data;
  const names = useMemo(
    () => new Map((units ?? []).map(({ unit }) => [unit.code, unit.name])),
    [units],
  );
  return useCallback((code) => names.get(code) ?? code, [names]);
}
