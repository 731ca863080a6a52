/** Query parameters (and the same names in a body), read by kind. @throws StoreError 400 each */
import type { FastifyRequest } from 'fastify';
import { isObject } from '../../store/document-shape.ts';
import { StoreError } from '../../store/document-store.ts';

export interface Parameters {
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  count(name: string): number | undefined;
  json(name: string): unknown;
  has(name: string): boolean;
}

function refuse(reason: string): StoreError {
  return new StoreError(400, 'query_parse_error', reason.slice(0, 200));
}

/** Values of a query string are text that may stand for JSON; those of a body are JSON already. */
export function parametersOf(
  request: FastifyRequest,
  body: Readonly<Record<string, unknown>> = {},
): Parameters {
  const query = isObject(request.query) ? request.query : {};
  const raw = (name: string): { readonly value: unknown; readonly encoded: boolean } => {
    if (Object.hasOwn(body, name)) return { value: body[name], encoded: false };
    const value = Object.hasOwn(query, name) ? query[name] : undefined;
    // Given twice: the last one holds.
    return { value: Array.isArray(value) ? value.at(-1) : value, encoded: true };
  };
  return {
    has: (name) => raw(name).value !== undefined,
    text(name) {
      const { value } = raw(name);
      if (value === undefined || typeof value === 'string') return value;
      if (typeof value === 'number') return String(value);
      throw refuse(`Invalid value for ${name}`);
    },
    flag(name) {
      const { value } = raw(name);
      if (value === undefined) return undefined;
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      throw refuse(`Invalid boolean parameter: ${JSON.stringify(value)}`);
    },
    count(name) {
      const { value } = raw(name);
      if (value === undefined) return undefined;
      const text = typeof value === 'number' ? String(value) : value;
      if (typeof text !== 'string' || !/^\d{1,40}$/u.test(text))
        throw refuse(`Invalid value for integer: ${JSON.stringify(value)}`);
      return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
    },
    json(name) {
      const { value, encoded } = raw(name);
      if (!encoded || typeof value !== 'string') return value;
      try {
        return JSON.parse(value) as unknown;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new StoreError(400, 'bad_request', `invalid UTF-8 JSON in ${name}`);
      }
    },
  };
}

/** @throws StoreError 400 */
export function stringsOf(value: unknown, name: string): readonly string[] {
  const fail = new StoreError(400, 'bad_request', `\`${name}\` must be an array of strings.`);
  if (!Array.isArray(value)) throw fail;
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw fail;
    return item;
  });
}
