/**
 * Knows whether an empty database is a new one or a lost one: the journal, which lies elsewhere, remembers
 * that the database was once filled from the centre.
 */
import { z } from 'zod';
import { epochMetaId } from '../sync/epoch-recovery.ts';
import type { Journal } from './journal.ts';
import type { MetaStore } from './meta-store.ts';
import type { Sealer } from './sealer.ts';

const markId = 'mark:filled';

export interface FillMark {
  /** It was filled once, and is empty now. */
  readonly lost: boolean;
  /** Everything was pulled. */
  filled(): Promise<void>;
}

export async function openFillMark(parts: {
  readonly journal: Journal;
  readonly meta: MetaStore;
  readonly sealer: Sealer;
  readonly marked: boolean;
}): Promise<FillMark> {
  const { journal, meta, sealer } = parts;
  let { marked } = parts;
  const lost = marked && (await meta.read(epochMetaId, z.string())) === null;
  return {
    lost,
    filled: async () => {
      if (marked || !journal.keeps) return;
      const [body = ''] = await sealer.seal([{ id: markId, value: {} }]);
      await journal.append([{ id: markId, seq: 0, body }]);
      marked = true;
    },
  };
}

export const isMarked = (entries: readonly { readonly id: string }[]): boolean =>
  entries.some(({ id }) => id === markId);
