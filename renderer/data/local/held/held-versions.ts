/**
 * Versions of changes and approvals that the centre once had and, as far as this PC knows, has no more: rows of
 * `meta` (a PC has no collection to spare) and entries of the journal, sealed like all else. All in memory, they are
 * few. A version is its document and its history: held twice it is one row.
 */
import { z } from 'zod';
import { approvalSchema, type Approval } from '../../../../shared/approval/approval.ts';
import { canonicalForm, sha256Hex } from '../../../../shared/canonical/canonical.ts';
import { changeSchema, type Change } from '../../../../shared/change/change.ts';
import type { ReachPoint } from '../store/fault-points.ts';
import type { Journal, JournalEntry } from '../store/journal.ts';
import type { MetaStore } from '../store/meta-store.ts';
import type { LocalDatabase } from '../store/open-database.ts';
import type { Sealer } from '../store/sealer.ts';
import { unopened } from '../store/tolerant-sealer.ts';

const versionSchema = z.object({
  document: z.discriminatedUnion('type', [changeSchema, approvalSchema]),
  /** How many steps the centre had when this was last offered; null when it was not, since the last restore. */
  offeredAfter: z.int().nullable(),
});

export interface HeldVersion {
  readonly id: string;
  readonly document: Change | Approval;
  readonly offeredAfter: number | null;
}

export interface HeldVersions {
  all(): readonly HeldVersion[];
  of(target: string): readonly HeldVersion[];
  /** Resolves when they would survive a power cut. @throws when the disk did not take them */
  hold(documents: readonly (Change | Approval)[]): Promise<void>;
  noteOffers(offers: ReadonlyMap<string, number>): Promise<void>;
  /** The centre is another one: everything may be offered again. */
  forgetOffers(): Promise<void>;
  release(ids: readonly string[]): Promise<void>;
}

export interface HeldParts {
  readonly database: LocalDatabase;
  readonly meta: MetaStore;
  readonly sealer: Sealer;
  readonly journal: Journal;
  /** What the journal has, at the start. */
  readonly entries: readonly JournalEntry[];
  readonly onError: (error: unknown) => void;
  readonly reach: ReachPoint;
}

export const heldPrefix = 'held:';

function idOf(document: Change | Approval): string {
  const steps = document.type === 'change' ? canonicalForm([...document.history]) : '';
  return `${heldPrefix}${document._id}@${sha256Hex(steps).slice(0, 16)}`;
}

async function load(parts: HeldParts): Promise<Map<string, HeldVersion>> {
  const { database, meta, sealer, entries, onError } = parts;
  const here = new Set(await meta.ids(heldPrefix));
  const lacking = entries.filter(({ id }) => id.startsWith(heldPrefix) && !here.has(id));
  // Sealed for the same id, they open in their new place.
  if (lacking.length > 0)
    await database.meta.bulkUpsert(lacking.map(({ id, body }) => ({ id, body })));
  const ids = [...here, ...lacking.map(({ id }) => id)];
  if (ids.length === 0) return new Map();
  const rows = await database.meta.storageInstance.findDocumentsById(ids, false);
  const values = await sealer.open(rows);
  const versions = new Map<string, HeldVersion>();
  rows.forEach(({ id }, at) => {
    if (values[at] === unopened) return;
    const parsed = versionSchema.safeParse(values[at]);
    // Of another version of this program: it stays where it is.
    if (parsed.success) versions.set(id, { id, ...parsed.data });
    else onError(parsed.error);
  });
  return versions;
}

export async function openHeldVersions(parts: HeldParts): Promise<HeldVersions> {
  const { database, sealer, journal, onError, reach } = parts;
  const versions = await load(parts);

  async function write(changed: readonly HeldVersion[], isNew: boolean): Promise<void> {
    if (changed.length === 0) return;
    const bodies = await sealer.seal(
      changed.map(({ id, document, offeredAfter }) => ({ id, value: { document, offeredAfter } })),
    );
    const rows = changed.map(({ id }, at) => ({ id, body: bodies[at] ?? '' }));
    if (isNew) {
      await journal.append(rows.map((row) => ({ ...row, seq: 0 })));
      await reach('held.beforeWrite');
    }
    const { error } = await database.meta.bulkUpsert(rows);
    if (error.length > 0) throw new Error(`held versions: ${error.length} rows not written`);
    for (const version of changed) versions.set(version.id, version);
  }
  const present = (id: string) => versions.get(id) ?? [];

  return {
    all: () => [...versions.values()],
    of: (target) => [...versions.values()].filter(({ document }) => document._id === target),
    hold: (documents) => {
      const news = new Map(documents.map((document) => [idOf(document), document]));
      const fresh = [...news].filter(([id]) => !versions.has(id));
      return write(
        fresh.map(([id, document]) => ({ id, document, offeredAfter: null })),
        true,
      );
    },
    noteOffers: (offers) =>
      write(
        [...offers].flatMap(([id, offeredAfter]) =>
          [present(id)].flat().map((one) => ({ ...one, offeredAfter })),
        ),
        false,
      ),
    forgetOffers: () =>
      write(
        [...versions.values()]
          .filter(({ offeredAfter }) => offeredAfter !== null)
          .map((one) => ({ ...one, offeredAfter: null })),
        false,
      ),
    release: async (ids) => {
      if (ids.length === 0) return;
      await database.meta.bulkRemove([...ids]);
      for (const id of ids) versions.delete(id);
      // At worst it is held, compared and released once more.
      await journal.settled(ids).catch(onError);
    },
  };
}
