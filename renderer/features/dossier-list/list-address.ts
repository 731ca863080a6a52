/** What the list shows lies in the address: going back finds it as it was. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export interface ListAddress {
  readonly text: string;
  readonly unit: string | undefined;
  /** From 1. */
  readonly page: number;
}

function readAddress(params: URLSearchParams): ListAddress {
  const page = Number(params.get('page') ?? '1');
  return {
    text: params.get('text') ?? '',
    unit: params.get('unit') ?? undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function useListAddress(): readonly [ListAddress, (next: Partial<ListAddress>) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (next: Partial<ListAddress>) => {
      setParams(
        (now) => {
          // Another question begins at its first page.
          const merged = { ...readAddress(now), page: 1, ...next };
          const kept = new URLSearchParams(now);
          for (const key of ['text', 'unit', 'page']) kept.delete(key);
          if (merged.text) kept.set('text', merged.text);
          if (merged.unit) kept.set('unit', merged.unit);
          if (merged.page > 1) kept.set('page', String(merged.page));
          return kept;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [readAddress(params), change];
}
