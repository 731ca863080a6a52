/**
 * How much an account may have at the centre that no change refers to: a stolen or careless account must not fill the
 * disk with scans that are kept for a month before they are swept. Counted in memory like open changes
 * (intake/open-changes.ts): a tally of each server, per account and unit, that only rises; when it says that the limit
 * is reached, the store is counted, at most once a minute.
 */
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { inMegabytes, scanLimitOn } from '../../shared/regulation/scan-limit.ts';
import { scanDocumentSchema, scanIdPrefix, type ScanAnnouncement } from '../../shared/scan/scan.ts';
import { deskDatabase } from '../../shared/unit/unit.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { documentsBelow } from '../documents/documents-below.ts';
import { namedIn, readable } from './survey-scans.ts';

const recountMs = 60_000;
const mostTallies = 20_000;

interface Tally {
  bytes: number;
  countedAtMs: number;
}

export interface Unreferenced {
  /** Done when there is room for this scan, which is then counted. */
  admit(account: string, scan: Pick<ScanAnnouncement, 'unit' | 'bytes'>): Promise<Result<null>>;
}

export function openUnreferenced(store: DocumentStore, nowMs: () => number): Unreferenced {
  const tallies = new Map<string, Tally>();

  function tallyOf(account: string, unit: string): Tally {
    const key = `${account} ${unit}`;
    const held = tallies.get(key);
    if (held) return held;
    if (tallies.size >= mostTallies) tallies.clear();
    const tally = { bytes: 0, countedAtMs: Number.NEGATIVE_INFINITY };
    tallies.set(key, tally);
    return tally;
  }

  return {
    async admit(account, { unit, bytes }) {
      const today = civilDateInVietnam(new Date(nowMs()).toISOString());
      const { mostUnreferencedBytes: most } = scanLimitOn(today);
      const tally = tallyOf(account, unit);
      if (tally.bytes + bytes > most && nowMs() - tally.countedAtMs >= recountMs) {
        tally.countedAtMs = nowMs();
        tally.bytes = await countUnreferenced(store, account, unit);
      }
      if (tally.bytes + bytes > most)
        return failed('SCAN_UNREFERENCED_TOO_MUCH', { mostMegabytes: inMegabytes(most) });
      tally.bytes += bytes;
      return done(null);
    },
  };
}

/** @throws UnreadableDocumentError */
async function countUnreferenced(
  store: DocumentStore,
  account: string,
  unit: string,
): Promise<number> {
  const desk = deskDatabase(unit);
  const named = await namedIn(store, desk);
  let sum = 0;
  for await (const stored of documentsBelow(store, desk, scanIdPrefix)) {
    const { _id, by, bytes } = readable(scanDocumentSchema, desk, stored);
    if (by === account && !named.has(_id)) sum += bytes;
  }
  return sum;
}
