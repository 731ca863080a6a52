/**
 * One pull for all streams and units. The first round asks every database at once (one round trip to the
 * store; when nothing is new that is all); later rounds hand what is left of the limit to those with more.
 */
import type { Subject } from '../../../shared/account/policy.ts';
import type {
  PulledDocument,
  PullRequest,
  PullResponse,
  StreamName,
} from '../../../shared/contract/sync.ts';
import { streams } from '../../../shared/contract/sync.ts';
import type { Sections } from '../../sensitive/sections.ts';
import type {
  ChangeRow,
  ChangesPage,
  DocumentStore,
  Sequence,
  StoredDocument,
} from '../../store/document-store.ts';
import { fromCursor, toCursor } from './cursors.ts';
import { sourcesOf, type Source } from './readable.ts';

type StreamAnswer = NonNullable<PullResponse['streams'][StreamName]>;

interface SourceState {
  readonly source: Source;
  since: Sequence;
  pending: boolean;
  /** Documents of its database after the last page. */
  left: number;
}

interface StreamState {
  readonly documents: PulledDocument[];
  readonly sources: readonly SourceState[];
  left: number;
}

export interface PullParts {
  readonly store: DocumentStore;
  readonly sections: Sections;
}

export async function pull(
  parts: PullParts,
  subject: Subject,
  units: Iterable<string>,
  request: PullRequest,
  epoch: string,
): Promise<PullResponse['streams']> {
  const codes = [...units];
  const open = new Map<StreamName, StreamState>();
  for (const stream of streams) {
    const asked = request.streams[stream];
    if (!asked) continue;
    const sources = sourcesOf(stream, subject, codes).map((source) => ({
      source,
      since: fromCursor(epoch, asked.cursors[source.cursor]),
      pending: true,
      left: 0,
    }));
    open.set(stream, { documents: [], sources, left: asked.limit });
  }
  let asked = true;
  while (asked) asked = await round(parts, [...open.values()]);
  return Object.fromEntries([...open].map(([stream, state]) => [stream, answerOf(state, epoch)]));
}

/** Asks every source that may have more for its share. False when there was nobody to ask. */
async function round(
  { store, sections }: PullParts,
  states: readonly StreamState[],
): Promise<boolean> {
  const questions = states.flatMap((state) => {
    const waiting = state.sources.filter(({ pending }) => pending);
    if (waiting.length === 0 || state.left === 0) return [];
    const share = Math.max(1, Math.floor(state.left / waiting.length));
    return waiting.map((source) => ({ state, source, share }));
  });
  if (questions.length === 0) return false;
  const pages = await store.changesOfMany(
    questions.map(({ source, share }) => ({
      database: source.source.database,
      options: { ...source.source.filter, since: source.since, limit: share, includeDocs: true },
    })),
  );
  await sections.prepare(
    questions.flatMap(({ source }, at) => (source.source.clear ? documentsIn(pages[at]) : [])),
  );
  questions.forEach(({ state, source, share }, at) => {
    const page = pages[at];
    if (!page) return;
    // With more databases than the limit allows, the last ones have their turn at the next pull.
    if (page.results.length > state.left) return;
    const documents = page.results.flatMap((row) => pulled(sections, source.source, row));
    state.documents.push(...documents);
    state.left -= documents.length;
    source.since = page.last_seq;
    source.left = page.pending;
    source.pending = page.results.length >= share && page.pending > 0;
  });
  return true;
}

const documentsIn = (page: ChangesPage | undefined): readonly StoredDocument[] =>
  page?.results.flatMap(({ doc }) => doc ?? []) ?? [];

function pulled(
  sections: Sections,
  { idPrefix, ownOnly, clear }: Source,
  row: ChangeRow,
): readonly PulledDocument[] {
  const rev = row.changes[0]?.rev;
  if (rev === undefined || !row.id.startsWith(idPrefix)) return [];
  if (row.deleted) return ownOnly ? [] : [{ id: row.id, rev, deleted: true }];
  return row.doc ? [{ id: row.id, rev, doc: { ...sections.shown(row.doc, clear) } }] : [];
}

function answerOf({ documents, sources }: StreamState, epoch: string): StreamAnswer {
  return {
    documents,
    cursors: Object.fromEntries(
      sources.map(({ source, since }) => [source.cursor, toCursor(epoch, since)]),
    ),
    more: sources.some(({ pending }) => pending),
    pending: sources.reduce((sum, { left }) => sum + left, 0),
  };
}
