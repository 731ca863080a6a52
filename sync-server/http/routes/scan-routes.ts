/** Scans (shared/contract/scans.ts): sending by tus, reading by `Range`, asking which are there. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Subject } from '../../../shared/account/policy.ts';
import { scanStatesRequestSchema, uploadsPath } from '../../../shared/contract/scans.ts';
import { ProblemError } from '../../../shared/errors/index.ts';
import { scanRefSchema, type ScanRef } from '../../../shared/scan/scan.ts';
import { principalOf } from '../authentication.ts';
import { parsed } from '../errors.ts';
import { byteRange } from '../scans/byte-range.ts';
import { seenScans } from '../scans/scan-sight.ts';
import { createTus } from '../scans/tus.ts';
import type { Services } from '../services.ts';

const readPath = '/api/scans/:unit/:dossier/:sha256';

export function registerScanRoutes(scope: FastifyInstance, services: Services): void {
  const tus = createTus(services);
  const answerTus = (request: FastifyRequest, reply: FastifyReply) =>
    tus(request, reply, principalOf(request));
  scope.addContentTypeParser('application/offset+octet-stream', (_request, _body, next) => {
    next(null);
  });
  scope.route({
    method: ['POST', 'OPTIONS'],
    url: uploadsPath,
    handler: answerTus,
  });
  scope.route({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: `${uploadsPath}/:id`,
    handler: answerTus,
  });

  scope.post('/api/scans/states', async (request) => {
    const { subject } = principalOf(request);
    const { scans } = parsed(scanStatesRequestSchema, request.body);
    const seen = await seenScans(services, subject, scans);
    return { present: await services.scans.receipts.present(seen) };
  });

  scope.head(readPath, async (request, reply) => {
    const { bytes } = await findScan(services, principalOf(request).subject, request.params);
    return reply.header('content-length', bytes).header('accept-ranges', 'bytes').send();
  });
  scope.get(readPath, { exposeHeadRoute: false }, (request, reply) =>
    sendScan(services, request, reply),
  );
}

/** What one may not see is not there: an answer of its own would tell that it is. */
async function findScan(
  services: Services,
  subject: Subject,
  params: unknown,
): Promise<{ readonly ref: ScanRef; readonly bytes: number }> {
  const ref = parsed(scanRefSchema, params);
  const { scans } = services;
  const [seen] = await seenScans(services, subject, [ref]);
  const there = seen !== undefined && (await scans.receipts.has(ref));
  const found = there ? await scans.scanBlobs.find(ref.sha256) : null;
  if (!found) throw new ProblemError('SCAN_NOT_AT_CENTRE');
  return { ref, bytes: found.blob.bytes };
}

async function sendScan(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { ref, bytes } = await findScan(services, principalOf(request).subject, request.params);
  const asked = byteRange(request.headers.range, bytes);
  if (asked === null) return reply.status(416).header('content-range', `bytes */${bytes}`).send();
  const { start, end } = asked === 'whole' ? { start: 0, end: bytes } : asked;
  const source = await services.scans.scanBlobs.read(ref.sha256, () => ({ start, end }));
  if (!source) throw new ProblemError('SCAN_NOT_AT_CENTRE');
  if (asked !== 'whole')
    reply.status(206).header('content-range', `bytes ${start}-${end - 1}/${bytes}`);
  return (
    reply
      .header('accept-ranges', 'bytes')
      .header('content-length', end - start)
      // Never shown by the browser itself under the gateway's origin: a page reads the bytes and shows them.
      .type('application/octet-stream')
      .header('content-disposition', 'attachment')
      .send(Readable.from(source, { objectMode: false }))
  );
}
