/** Mango `_find` and `_explain`. */
import type { FastifyInstance } from 'fastify';
import { isObject } from '../../../store/document-shape.ts';
import { StoreError } from '../../../store/document-store.ts';
import type { FindQuery } from '../../../store/document-store.ts';
import { SPECIAL_INDEX, indexesOf } from './index-routes.ts';
import { requiredParameter } from '../principal.ts';
import type { DbContext } from '../db-context.ts';
import { objectOf, requireJson } from '../request-body.ts';
import type { JsonObject } from '../request-body.ts';
import { parametersOf, stringsOf } from '../request-query.ts';

const DEFAULT_LIMIT = 25;

export function registerFind(scope: FastifyInstance, { store, access }: DbContext): void {
  const read = { onRequest: access.guard('read') };
  scope.post('/:db/_find', read, async (request) => {
    requireJson(request);
    const query = queryOf(objectOf(request), parametersOf(request, objectOf(request)));
    return store.find(requiredParameter(request, 'db'), query);
  });
  scope.post('/:db/_explain', read, async (request) => {
    requireJson(request);
    const query = queryOf(objectOf(request), parametersOf(request, objectOf(request)));
    const database = requiredParameter(request, 'db');
    const fields = new Set(Object.keys(query.selector));
    const declared = await indexesOf(store, database);
    const index = declared.find(({ def }) => {
      const first = Object.keys(def.fields[0] ?? {})[0];
      return first !== undefined && fields.has(first);
    });
    return {
      dbname: database,
      index: index ?? SPECIAL_INDEX,
      selector: query.selector,
      opts: { bookmark: query.bookmark ?? 'nil', limit: query.limit, skip: query.skip },
      limit: query.limit ?? DEFAULT_LIMIT,
      skip: query.skip ?? 0,
      fields: query.fields ?? 'all_fields',
      // Declared indexes are recorded, not built: every query scans (docs/db-interface.md).
      covering: false,
    };
  });
}

function queryOf(body: JsonObject, parameters: ReturnType<typeof parametersOf>): FindQuery {
  const { selector, fields, sort } = body;
  if (selector === undefined)
    throw new StoreError(400, 'missing_required_key', 'Missing required key: selector');
  if (!isObject(selector))
    throw new StoreError(400, 'invalid_selector_json', 'Selector must be a JSON object');
  const bookmark = parameters.text('bookmark');
  return {
    selector,
    limit: parameters.count('limit') ?? DEFAULT_LIMIT,
    skip: parameters.count('skip') ?? 0,
    ...(bookmark === undefined ? {} : { bookmark }),
    ...(fields === undefined ? {} : { fields: stringsOf(fields, 'fields') }),
    ...(sort === undefined ? {} : { sort: sortOf(sort) }),
  };
}

function sortOf(sort: unknown): NonNullable<FindQuery['sort']> {
  const refused = new StoreError(400, 'invalid_sort_json', 'Sort must be an array of sort specs.');
  if (!Array.isArray(sort)) throw refused;
  return sort.map((part: unknown) => {
    if (typeof part === 'string') return part;
    if (!isObject(part)) throw refused;
    const [entry, ...more] = Object.entries(part);
    if (!entry || more.length > 0) throw refused;
    const [field, direction] = entry;
    if (direction !== 'asc' && direction !== 'desc') throw refused;
    return { [field]: direction };
  });
}
