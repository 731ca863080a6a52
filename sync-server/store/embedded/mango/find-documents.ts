/**
 * `_find` on the gateway's side: collects what the worker's scan matched, sorts, projects, pages.
 * A sort leaves out the documents that lack a sort field, as CouchDB's indexes do.
 */
/// <reference path="./pouchdb-selector-core.d.ts" />
import { createFieldSorter, parseField } from 'pouchdb-selector-core';
import { StoreError } from '../../document-store.ts';
import type { DocumentStore, FindQuery, StoredDocument } from '../../document-store.ts';
import type { FindSlice } from '../protocol.ts';
import { documentOf } from '../wire-document.ts';
import type { WorkerLink } from '../worker-link.ts';
import { valueAt } from './field-value.ts';

type Found = Awaited<ReturnType<DocumentStore['find']>>;

/** CouchDB's defaults: 25 rows, and the bookmark that says "there was nothing". */
const DEFAULT_LIMIT = 25;
const NO_BOOKMARK = 'nil';

export async function findDocuments(
  link: WorkerLink,
  database: string,
  query: FindQuery,
): Promise<Found> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const page =
    query.sort && query.sort.length > 0
      ? await findSorted(link, database, query, limit)
      : await findInOrder(link, database, query, limit);
  const { fields } = query;
  return {
    docs: fields && fields.length > 0 ? page.docs.map((doc) => project(doc, fields)) : page.docs,
    bookmark: page.docs.length > 0 ? page.bookmark : (query.bookmark ?? NO_BOOKMARK),
  };
}

async function findInOrder(
  link: WorkerLink,
  database: string,
  query: FindQuery,
  limit: number,
): Promise<Found> {
  const mark = readBookmark(query.bookmark);
  const skip = mark === null ? (query.skip ?? 0) : 0;
  const after = typeof mark === 'string' ? mark : '';
  const found = await collect(link, database, query.selector, after, skip + limit);
  const docs = found.slice(skip);
  return { docs, bookmark: writeBookmark(docs.at(-1)?._id ?? '') };
}

async function collect(
  link: WorkerLink,
  database: string,
  selector: FindQuery['selector'],
  after: string,
  limit: number,
): Promise<StoredDocument[]> {
  const docs: StoredDocument[] = [];
  let next: string | null = after;
  // Also for a limit of 0: the selector and the database are checked by the worker.
  do {
    const slice: FindSlice = await link.call('find', database, selector, next, limit - docs.length);
    for (const read of slice.docs) docs.push(documentOf(read));
    next = slice.next;
  } while (next !== null && docs.length < limit);
  return docs.slice(0, limit);
}

type SortKey = Readonly<Record<string, unknown>> & { readonly _id: string };

async function findSorted(
  link: WorkerLink,
  database: string,
  query: FindQuery,
  limit: number,
): Promise<Found> {
  const { paths, sign } = readSort(query.sort ?? []);
  const ascending = createFieldSorter(paths.map((_, index) => ({ [`k${index}`]: 'asc' })));
  const compare = (a: SortKey, b: SortKey) => sign * ascending({ doc: a }, { doc: b });
  const all = await collect(link, database, query.selector, '', Number.MAX_SAFE_INTEGER);
  const rows = all
    .flatMap((doc) => {
      const key = sortKeyOf(doc, paths);
      return key ? [{ doc, key }] : [];
    })
    .sort((a, b) => compare(a.key, b.key));
  const mark = readBookmark(query.bookmark);
  const start = isSortKey(mark)
    ? rows.filter((row) => compare(row.key, mark) <= 0).length
    : (query.skip ?? 0);
  const page = rows.slice(start, start + limit);
  return { docs: page.map((row) => row.doc), bookmark: writeBookmark(page.at(-1)?.key ?? '') };
}

/** @throws StoreError 400: CouchDB sorts all fields one way or not at all */
function readSort(sort: NonNullable<FindQuery['sort']>) {
  const fields = sort.map((part) =>
    typeof part === 'string' ? [part, 'asc'] : (Object.entries(part)[0] ?? ['_id', 'asc']),
  );
  const directions = new Set(fields.map(([, direction]) => direction));
  if (directions.size > 1)
    throw new StoreError(
      400,
      'unsupported_mixed_sort',
      'Sorts currently only support a single direction for all fields.',
    );
  return {
    paths: fields.map(([name]) => parseField(name ?? '')),
    sign: directions.has('desc') ? -1 : 1,
  };
}

function sortKeyOf(document: StoredDocument, paths: readonly string[][]): SortKey | null {
  const values = paths.map((path) => valueAt(document, path));
  if (values.includes(undefined)) return null;
  const named = values.map((value, index) => [`k${index}`, value] as const);
  return { ...Object.fromEntries(named), _id: document._id };
}

function project(document: StoredDocument, fields: readonly string[]): StoredDocument {
  const projected: Record<string, unknown> = {};
  for (const field of fields) {
    const path = parseField(field);
    const value = valueAt(document, path);
    if (value !== undefined) place(projected, path, value);
  }
  // A projection need not hold `_id`; CouchDB answers just what was asked.
  return projected as StoredDocument;
}

function place(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    define(target, head, value);
    return;
  }
  const held = Object.hasOwn(target, head) ? target[head] : undefined;
  const inner: Record<string, unknown> =
    typeof held === 'object' && held !== null && !Array.isArray(held) ? { ...held } : {};
  place(inner, rest, value);
  define(target, head, inner);
}

/** A field may be called `__proto__`; plain assignment would change the prototype. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function writeBookmark(mark: string | SortKey): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64url');
}

function isSortKey(mark: unknown): mark is SortKey {
  return typeof mark === 'object' && mark !== null && '_id' in mark && typeof mark._id === 'string';
}

/** @throws StoreError 400 `invalid_bookmark` */
function readBookmark(bookmark: string | undefined): string | SortKey | null {
  if (bookmark === undefined || bookmark === NO_BOOKMARK || bookmark === '') return null;
  const refused = new StoreError(
    400,
    'invalid_bookmark',
    `Invalid bookmark value: ${bookmark.slice(0, 100)}`,
  );
  try {
    const mark: unknown = JSON.parse(Buffer.from(bookmark, 'base64url').toString());
    if (typeof mark === 'string' || isSortKey(mark)) return mark;
  } catch (error) {
    if (error instanceof SyntaxError) throw refused;
    throw error;
  }
  throw refused;
}
