/** Every failure as CouchDB writes it: `{error, reason}` with its status. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problemCatalogue, ProblemError } from '../../../shared/errors/index.ts';
import { StoreError } from '../../store/document-store.ts';

export function answerErrors(scope: FastifyInstance): void {
  scope.setErrorHandler((error, request, reply) => {
    const { status, name, reason } = describe(error);
    if (status >= 500) request.log.error({ err: error }, 'db interface failed');
    return answer(reply, status, name, reason);
  });
  scope.setNotFoundHandler((_request, reply) =>
    answer(reply, 404, 'not_found', 'This interface has no such path.'),
  );
}

function answer(reply: FastifyReply, status: number, error: string, reason: string) {
  // Without this header CouchDB's clients do not try again with a password.
  if (status === 401) reply.header('www-authenticate', 'Basic realm="HoSo"');
  return reply.code(status).type('application/json').send({ error, reason });
}

interface Description {
  readonly status: number;
  readonly name: string;
  readonly reason: string;
}

function describe(error: unknown): Description {
  if (error instanceof StoreError)
    return { status: error.status, name: error.error, reason: error.reason };
  if (error instanceof ProblemError)
    return {
      status: problemCatalogue[error.code].status,
      name: error.code.toLowerCase(),
      reason: error.message,
    };
  const status = statusOf(error);
  const reason = error instanceof Error ? error.message : 'The request failed.';
  if (status === 413)
    return { status, name: 'too_large', reason: 'the request entity is too large' };
  if (status >= 400 && status < 500) return { status, name: nameOf(status), reason };
  // Inner messages may name files or SQL: they go to the log, not to the client.
  return { status: 500, name: 'internal_server_error', reason: 'The server failed. Try again.' };
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500;
  return typeof error.statusCode === 'number' ? error.statusCode : 500;
}

function nameOf(status: number): string {
  return status === 415 ? 'bad_content_type' : 'bad_request';
}
