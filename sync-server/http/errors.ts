/** Errors to answers, once: `{ error: Problem }`, with the status of the catalogue. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  isProblemCode,
  problem,
  problemCatalogue,
  ProblemError,
  type Problem,
  type Result,
} from '../../shared/errors/index.ts';
import { UnreadableDocumentError } from '../documents/unreadable.ts';
import { StoreError } from '../store/document-store.ts';
import { invalidInput } from '../intake/row-shape.ts';

export function statusOf({ code }: Problem): number {
  return isProblemCode(code) ? problemCatalogue[code].status : 500;
}

/** Parses what came in. @throws ProblemError INVALID_INPUT */
export function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  return valueOf(invalidInput(result.error));
}

/** The value of a Result. @throws ProblemError its problem */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, details } = result.problem;
  throw new ProblemError(isProblemCode(code) ? code : 'INTERNAL', details);
}

/** Where an unexpected error came from, without its message: a message may quote what was sent. */
export function placeOf(error: unknown): {
  readonly name: string;
  readonly at: string;
  readonly document?: string;
} {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    at: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' < '),
    ...(error instanceof UnreadableDocumentError
      ? { document: `${error.database}/${error.id}` }
      : {}),
  };
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StoreError && error.status === 507) return problem('SERVER_DISK_FULL');
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  if (status === 413) return problem('BODY_TOO_LARGE');
  if (status === 404) return problem('NOT_FOUND');
  if (status >= 400 && status < 500)
    return problem('INVALID_INPUT', { path: '', reason: 'không đọc được yêu cầu' });
  const incident = randomBytes(4).toString('hex');
  request.log.error({ incident, ...placeOf(error) }, 'unexpected error');
  return problem('INTERNAL', { incident });
}

export function sendProblem(reply: FastifyReply, sent: Problem): FastifyReply {
  return reply.status(statusOf(sent)).send({ error: sent });
}

export function mapErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(reply, problemOf(error, request)));
}
