/** Reads CouchDB's answers: parsed where they come in, trusted from there on. */
import { z } from 'zod';
import { StoreError } from '../document-store.ts';
import type { StoredDocument } from '../document-store.ts';

const document = z.looseObject({ _id: z.string() }).transform((value): StoredDocument => value);

const rev = z.object({ rev: z.string() });
const sequence = z.union([z.string(), z.number()]);

export const answers = {
  names: z.array(z.string()),
  info: z.object({
    db_name: z.string(),
    doc_count: z.number(),
    doc_del_count: z.number(),
    update_seq: sequence,
    sizes: z.object({ file: z.number(), active: z.number(), external: z.number() }),
  }),
  document,
  /** `_find` with fields may leave out even the id. */
  found: z.object({
    docs: z.array(z.record(z.string(), z.unknown())),
    bookmark: z.string().optional(),
  }),
  openRevs: z.array(z.union([z.object({ ok: document }), z.object({ missing: z.string() })])),
  written: z.array(
    z.union([
      z.object({ ok: z.literal(true), id: z.string(), rev: z.string() }),
      z.object({ id: z.string(), error: z.string(), reason: z.string().default('') }),
    ]),
  ),
  writtenOne: z.object({ ok: z.literal(true), id: z.string(), rev: z.string() }),
  bulkGet: z.object({
    results: z.array(
      z.object({
        id: z.string(),
        docs: z.array(
          z.union([
            z.object({ ok: document }),
            z.object({
              error: z.object({
                id: z.string(),
                rev: z.string().default('undefined'),
                error: z.string(),
                reason: z.string().default(''),
              }),
            }),
          ]),
        ),
      }),
    ),
  }),
  revsDiff: z.record(
    z.string(),
    z.object({
      missing: z.array(z.string()),
      possible_ancestors: z.array(z.string()).optional(),
    }),
  ),
  allDocs: z.object({
    total_rows: z.number(),
    offset: z.number().nullable().default(0),
    rows: z.array(
      z.union([
        z.object({ key: z.string(), error: z.literal('not_found') }),
        z.object({
          id: z.string(),
          key: z.string(),
          value: rev.extend({ deleted: z.boolean().optional() }),
          doc: document.nullable().optional(),
        }),
      ]),
    ),
  }),
  changes: z.object({
    results: z.array(
      z.object({
        seq: sequence,
        id: z.string(),
        changes: z.array(rev),
        deleted: z.boolean().optional(),
        doc: document.nullable().optional(),
      }),
    ),
    last_seq: sequence,
    pending: z.number().default(0),
  }),
  security: z.record(z.string(), z.unknown()),
  databaseUpdate: z.object({ db_name: z.string() }),
  databaseInfos: z.array(
    z.object({ key: z.string(), info: z.object({ update_seq: sequence }).optional() }),
  ),
} as const;

/** @throws StoreError 502 when the other side does not speak CouchDB */
export function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new StoreError(
    502,
    'bad_response',
    `Not CouchDB's answer: ${z.prettifyError(parsed.error)}`,
  );
}
