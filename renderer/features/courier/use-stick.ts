/** Writing and reading, one at a time, and what came of the last. */
import { useState } from 'react';
import type { CarriedBundle, OfficeCourier, TakenAnswer } from '../../data/port/courier.ts';
import type { Problem, Result } from '../../../shared/errors/index.ts';

export type StickOutcome =
  | { readonly kind: 'written'; readonly bundle: CarriedBundle }
  | { readonly kind: 'taken'; readonly taken: TakenAnswer }
  | { readonly kind: 'failed'; readonly what: 'write' | 'read'; readonly problem: Problem };

export interface StickWork {
  readonly busy: 'write' | 'read' | null;
  readonly outcome: StickOutcome | null;
  readonly write: () => void;
  readonly read: () => void;
}

export function useStick(courier: OfficeCourier, onChanged: () => void): StickWork {
  const [busy, setBusy] = useState<StickWork['busy']>(null);
  const [outcome, setOutcome] = useState<StickOutcome | null>(null);

  async function run<T>(
    what: 'write' | 'read',
    work: () => Promise<Result<T | null>>,
    succeeded: (value: T) => StickOutcome,
  ): Promise<void> {
    setBusy(what);
    setOutcome(null);
    try {
      const result = await work();
      if (!result.ok) setOutcome({ kind: 'failed', what, problem: result.problem });
      else if (result.value !== null) setOutcome(succeeded(result.value));
    } finally {
      setBusy(null);
      onChanged();
    }
  }
  return {
    busy,
    outcome,
    write: () =>
      void run('write', courier.write, (bundle): StickOutcome => ({ kind: 'written', bundle })),
    read: () => void run('read', courier.read, (taken): StickOutcome => ({ kind: 'taken', taken })),
  };
}
