/**
 * Declared indexes. As in CouchDB an index is a design document, so it replicates and is backed up
 * with its database; here it is recorded and listed, and every query scans.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isObject } from '../../../store/document-shape.ts';
import { StoreError } from '../../../store/document-store.ts';
import type { DocumentStore } from '../../../store/document-store.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { readOrNull } from '../read-or-null.ts';
import { objectOf, requireJson } from '../request-body.ts';
import type { JsonObject } from '../request-body.ts';
import { writeOne } from '../write-documents.ts';

export interface DeclaredIndex {
  readonly ddoc: string | null;
  readonly name: string;
  readonly type: 'json' | 'special';
  readonly partitioned: false;
  readonly def: { readonly fields: readonly Readonly<Record<string, string>>[] };
}

export const SPECIAL_INDEX: DeclaredIndex = {
  ddoc: null,
  name: '_all_docs',
  type: 'special',
  partitioned: false,
  def: { fields: [{ _id: 'asc' }] },
};

export function registerIndexes(scope: FastifyInstance, { store, access, write }: DbContext): void {
  const admin = { onRequest: access.guard('admin') };
  scope.get('/:db/_index', { onRequest: access.guard('read') }, async (request) => {
    const indexes = [SPECIAL_INDEX, ...(await indexesOf(store, requiredParameter(request, 'db')))];
    return { total_rows: indexes.length, indexes };
  });
  scope.post('/:db/_index', admin, async (request) => {
    requireJson(request);
    const database = requiredParameter(request, 'db');
    const { id, name, view } = definitionOf(objectOf(request));
    const held = await readOrNull(store, database, id);
    const views = isObject(held?.['views']) ? held['views'] : {};
    if (JSON.stringify(views[name]) === JSON.stringify(view)) return { result: 'exists', id, name };
    const document = { ...held, _id: id, language: 'query', views: { ...views, [name]: view } };
    await writeOne(write, access.principal(request), database, document);
    return { result: 'created', id, name };
  });
  scope.delete('/:db/_index/:ddoc/json/:name', admin, async (request) => {
    const database = requiredParameter(request, 'db');
    const name = requiredParameter(request, 'name');
    const held = await readOrNull(store, database, designId(requiredParameter(request, 'ddoc')));
    const views = isObject(held?.['views']) ? { ...held['views'] } : {};
    if (!held || !Object.hasOwn(views, name))
      throw new StoreError(404, 'not_found', 'Index not found');
    Reflect.deleteProperty(views, name);
    const empty = Object.keys(views).length === 0;
    const document = { ...held, views, ...(empty ? { _deleted: true } : {}) };
    await writeOne(write, access.principal(request), database, document);
    return { ok: true };
  });
}

function designId(ddoc: string): string {
  return ddoc.startsWith('_design/') ? ddoc : `_design/${ddoc}`;
}

function definitionOf(body: JsonObject) {
  const { index, name, ddoc, type } = body;
  if (type !== undefined && type !== 'json')
    throw new StoreError(400, 'invalid_index', 'Only indexes of type json are kept.');
  if (!isObject(index))
    throw new StoreError(400, 'missing_required_key', 'Missing required key: index');
  const fields = fieldsOf(index['fields']);
  const hash = createHash('sha1').update(JSON.stringify(fields)).digest('hex');
  if (name !== undefined && typeof name !== 'string')
    throw new StoreError(400, 'invalid_index_name', 'The name must be a string.');
  if (ddoc !== undefined && (typeof ddoc !== 'string' || ddoc === ''))
    throw new StoreError(400, 'invalid_ddoc', 'The ddoc must be a string.');
  const view = {
    map: { fields: Object.assign({}, ...fields) as object, partial_filter_selector: {} },
    reduce: '_count',
    options: { def: { fields } },
  };
  return { id: designId(ddoc ?? hash), name: name ?? hash, view };
}

function fieldsOf(given: unknown): readonly Readonly<Record<string, string>>[] {
  const refused = new StoreError(
    400,
    'invalid_index_json',
    'Index fields must be an array of names.',
  );
  if (!Array.isArray(given) || given.length === 0) throw refused;
  return given.map((field: unknown) => {
    if (typeof field === 'string') return { [field]: 'asc' };
    if (!isObject(field)) throw refused;
    const [entry, ...more] = Object.entries(field);
    if (!entry || more.length > 0 || (entry[1] !== 'asc' && entry[1] !== 'desc')) throw refused;
    return { [entry[0]]: entry[1] };
  });
}

/** Those declared in design documents of the language `query`. */
export async function indexesOf(
  store: DocumentStore,
  database: string,
): Promise<readonly DeclaredIndex[]> {
  const range = { startKey: '_design/', endKey: '_design0', inclusiveEnd: false };
  const page = await store.allDocs(database, { ...range, includeDocs: true });
  return page.rows.flatMap((row) => {
    const doc = 'doc' in row ? row.doc : null;
    if (!doc || doc['language'] !== 'query' || !isObject(doc['views'])) return [];
    return Object.entries(doc['views']).flatMap(([name, view]) => declared(doc._id, name, view));
  });
}

function declared(ddoc: string, name: string, view: unknown): DeclaredIndex[] {
  const options = isObject(view) ? view['options'] : null;
  const def = isObject(options) ? options['def'] : null;
  if (!isObject(def)) return [];
  try {
    const fields = fieldsOf(def['fields']);
    return [{ ddoc, name, type: 'json', partitioned: false, def: { fields } }];
  } catch (error) {
    // A design document may be written by hand: what is no index is not listed as one.
    if (error instanceof StoreError) return [];
    throw error;
  }
}
