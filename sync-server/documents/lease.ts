/**
 * Work that only one gateway over a store does at a time: a document in `settings` that says who and until when,
 * claimed by its revision, so that of two who try at once one meets a 409. Who dies is followed after the lease ends.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DocumentStore } from '../store/document-store.ts';
import { isAhead } from './clock-error.ts';
import { serverDatabases } from './databases.ts';
import { following, readDocument } from './documents.ts';

const leaseSchema = z.object({ holder: z.string(), untilUtc: z.string() });
/** Longer than any pause of a living server; a dead one keeps others waiting so long. */
const leaseMs = 3 * 60_000;
const renewMs = 30_000;

/** No lease ends later than this from now: one that says so is of a clock that was ahead, and binds nobody. */
const holds = ({ untilUtc }: z.infer<typeof leaseSchema>, nowMs: number): boolean =>
  Date.parse(untilUtc) > nowMs && !isAhead(untilUtc, nowMs + leaseMs);

export interface LeaseParts {
  readonly store: DocumentStore;
  readonly name: string;
  readonly nowMs: () => number;
  readonly onFailure: (error: unknown) => void;
}

/** Does the work while holding the lease; null when someone else holds it. */
export async function withLease<T>(
  parts: LeaseParts,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | null> {
  const holder = randomBytes(8).toString('hex');
  if (!(await claim(parts, holder, leaseMs))) return null;
  const renewing = setInterval(() => {
    claim(parts, holder, leaseMs).catch(parts.onFailure);
  }, renewMs);
  try {
    return { value: await work() };
  } finally {
    clearInterval(renewing);
    // Ended by being over at once; a failure only means that others wait until it ends by itself.
    await claim(parts, holder, 0).catch(parts.onFailure);
  }
}

/** Whether a document of the settings is a lease. */
export const isLease = (id: string): boolean => id.startsWith('lease:');

/** Whether anybody holds it now. */
export async function isLeased(
  store: DocumentStore,
  name: string,
  nowMs: number,
): Promise<boolean> {
  const standing = await readDocument(store, serverDatabases.settings, `lease:${name}`);
  const held = leaseSchema.safeParse(standing?.doc);
  return held.success && holds(held.data, nowMs);
}

async function claim(
  { store, name, nowMs }: LeaseParts,
  holder: string,
  forMs: number,
): Promise<boolean> {
  const _id = `lease:${name}`;
  const standing = await readDocument(store, serverDatabases.settings, _id);
  const held = standing ? leaseSchema.safeParse(standing.doc) : null;
  const free = !held?.success || !holds(held.data, nowMs());
  if (!free && held.data.holder !== holder) return false;
  const untilUtc = new Date(nowMs() + forMs).toISOString();
  const lease = following({ _id, type: 'lease', holder, untilUtc }, standing?.rev);
  const [written] = await store.bulkDocs(serverDatabases.settings, [lease]);
  return written?.ok === true;
}
