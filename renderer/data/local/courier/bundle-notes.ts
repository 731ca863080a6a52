/**
 * What this PC remembers of the bundles it wrote: which steps, and from where the answer goes on. In `meta`, sealed;
 * lost with IndexedDB, which costs a new bundle and nothing else.
 */
import { z } from 'zod';
import { bundleIdSchema } from '../../../../shared/courier/bundle.ts';
import { cursorsSchema, streams } from '../../../../shared/contract/sync.ts';
import type { MetaStore } from '../store/meta-store.ts';

const streamCursorsSchema = z.partialRecord(z.enum(streams), cursorsSchema);
export type StreamCursors = Readonly<z.infer<typeof streamCursorsSchema>>;

const noteSchema = z.object({
  id: bundleIdSchema,
  madeAtUtc: z.string(),
  file: z.string().nullable(),
  /** Ids of the steps, in the order of the bundle's rows. */
  steps: z.array(z.string()),
  cursors: streamCursorsSchema,
  /** Where an answer ends that is being taken in: ended half way, it can be read again. */
  taking: streamCursorsSchema.nullable(),
  answeredAtUtc: z.string().nullable(),
});
export type BundleNote = Readonly<z.infer<typeof noteSchema>>;

const prefix = 'courier:';
/** More are of no use to anybody: the oldest closed ones go. */
const mostNotes = 20;

export interface BundleNotes {
  /** Newest first: ids are in the order of time. */
  all(): Promise<readonly BundleNote[]>;
  find(bundle: string): Promise<BundleNote | null>;
  keep(note: BundleNote): Promise<void>;
  drop(bundle: string): Promise<void>;
}

export function bundleNotes(meta: MetaStore): BundleNotes {
  const find = (bundle: string) => meta.read(`${prefix}${bundle}`, noteSchema);
  const ids = async () =>
    (await meta.ids(prefix)).map((id) => id.slice(prefix.length)).sort((a, b) => (a < b ? 1 : -1));
  return {
    find,
    all: async () => {
      const notes = await Promise.all((await ids()).map(find));
      return notes.filter((note) => note !== null);
    },
    keep: async (note) => {
      await meta.write(`${prefix}${note.id}`, note);
      for (const old of (await ids()).slice(mostNotes)) await meta.remove(`${prefix}${old}`);
    },
    drop: (bundle) => meta.remove(`${prefix}${bundle}`),
  };
}
