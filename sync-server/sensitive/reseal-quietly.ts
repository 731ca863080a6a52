/**
 * The same as `hoso keys seal`, without anybody asking: a round looks at what was written since the last one, or at
 * everything of a unit that got a new key, and seals what lies in clear or under an older key. In small batches with
 * rests, so that offices do not wait for it. A document that does not open is reported and holds up no other.
 * Ending anywhere does no harm: each document says itself under which key it lies.
 */
import { setTimeout as rest } from 'node:timers/promises';
import { ProblemError } from '../../shared/errors/index.ts';
import { deskDatabase, recordsDatabase } from '../../shared/unit/unit.ts';
import type { Audit } from '../documents/audit.ts';
import type { Stored } from '../documents/documents.ts';
import type { UnitDirectory } from '../documents/unit-directory.ts';
import { StoreError, type DocumentStore, type Sequence } from '../store/document-store.ts';
import { isOld, sealStored } from './reseal.ts';
import type { Sections } from './sections.ts';
import { listUnitKeys } from './unit-keys.ts';

export interface QuietParts {
  readonly store: DocumentStore;
  readonly sections: Sections;
  readonly units: UnitDirectory;
  readonly audit: Audit;
  readonly restMs: number;
  readonly onFailure: (error: unknown) => void;
}

const batchSize = 50;

/** Returns how many documents a round sealed. */
export function createQuietReseal(parts: QuietParts): (signal: AbortSignal) => Promise<number> {
  const { store, units, audit, restMs, onFailure } = parts;
  const seen = new Map<string, { readonly key: string; readonly since: Sequence }>();

  async function resealDatabase(name: string, key: string, signal: AbortSignal): Promise<number> {
    let sealed = 0;
    while (!signal.aborted) {
      const standing = seen.get(name);
      const since = standing?.key === key ? standing.since : 0;
      const page = await store.changes(name, { since, limit: batchSize, includeDocs: true });
      const old = page.results.flatMap(({ doc, deleted }) =>
        doc?._rev === undefined || deleted === true || !isOld(doc, key)
          ? []
          : [{ rev: doc._rev, doc }],
      );
      // Who was faster writes the document further on in the feed, where it is met again.
      sealed += await sealEach(name, old);
      seen.set(name, { key, since: page.last_seq });
      if (page.results.length < batchSize) break;
      await rest(restMs);
    }
    return sealed;
  }

  async function sealEach(name: string, old: readonly Stored[]): Promise<number> {
    try {
      return await sealStored(parts, name, old);
    } catch (error) {
      // Of the store or of the server's keys: then nothing else would go either.
      if (error instanceof StoreError || error instanceof ProblemError) throw error;
      if (old.length === 1) {
        onFailure(error);
        return 0;
      }
    }
    // One of them does not open: the others are sealed one by one.
    let sealed = 0;
    for (const one of old) sealed += await sealEach(name, [one]);
    return sealed;
  }

  return async (signal) => {
    const newest = new Map<string, { readonly id: string; readonly number: number }>();
    for (const { _id, unit, number } of await listUnitKeys(store))
      if (number > (newest.get(unit)?.number ?? 0))
        newest.set(unit, { id: _id.replace('unit-key:', ''), number });
    let total = 0;
    for (const unit of await units.codes()) {
      if (signal.aborted) break;
      const key = newest.get(unit)?.id ?? '';
      const sealed =
        (await resealDatabase(deskDatabase(unit), key, signal)) +
        (await resealDatabase(recordsDatabase(unit), key, signal));
      if (sealed > 0)
        audit.record({ event: 'keys.reseal', account: 'server', target: unit, outcome: 'done' });
      total += sealed;
    }
    return total;
  };
}
