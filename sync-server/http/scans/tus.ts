/**
 * tus 1.0 (creation, termination) by @tus/server, one server per request over the account's own uploads. The gateway
 * stays in charge: who asks is known before, its headers and its problems go with each answer.
 */
import { MemoryLocker, Server, type Locker } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { uploadsPath } from '../../../shared/contract/scans.ts';
import {
  problem,
  ProblemError,
  type Problem,
  type ProblemCode,
} from '../../../shared/errors/index.ts';
import { scanAnnouncementSchema } from '../../../shared/scan/scan.ts';
import type { Principal } from '../../accounts/sign-in.ts';
import { newUploadId } from '../../scans/uploads.ts';
import { takeScan } from '../../scans/take-scan.ts';
import { parsed, statusOf } from '../errors.ts';
import type { Services } from '../services.ts';
import { demandMayBegin, demandMaySend } from './scan-access.ts';
import { UploadStore } from './upload-store.ts';

export type AnswerTus = (
  request: FastifyRequest,
  reply: FastifyReply,
  principal: Principal,
) => Promise<FastifyReply>;

export function createTus(services: Services): AnswerTus {
  // Two requests of one upload wait for each other here; through two gateways the revision decides.
  const locker: Locker = new MemoryLocker();
  return async (request, reply, principal) => {
    const answer = await serverFor(services, locker, principal).handleWeb(webRequest(request));
    // What tus leaves open and we do not offer (a length told later) is the caller's mistake, not our fault.
    const status = answer.status === 501 ? 400 : answer.status;
    reply.status(status);
    answer.headers.forEach((value, name) => {
      // Those of other origins, and of bodies, are set by the gateway itself.
      if (!/^(access-control-|content-length$|content-type$)/.test(name)) reply.header(name, value);
    });
    if (status < 400) return reply.send();
    return reply.send({ error: problemIn(status, await answer.text()) });
  };
}

function serverFor(services: Services, locker: Locker, principal: Principal): Server {
  const { uploads } = services.scans;
  const { account } = principal.subject;
  return new Server({
    path: uploadsPath,
    relativeLocation: true,
    datastore: new UploadStore(uploads, account),
    locker,
    namingFunction: newUploadId,
    async onUploadCreate(_request, upload) {
      const scan = parsed(scanAnnouncementSchema, { ...upload.metadata, bytes: upload.size });
      await demandMayBegin(services, principal, scan);
      return {};
    },
    // At each request anew: a right that was taken away ends the upload that was begun with it.
    async onIncomingRequest(_request, id) {
      const standing = await uploads.find(account, id);
      if (standing) demandMaySend(principal, standing.upload);
    },
    async onUploadFinish(_request, { id }) {
      const standing = await uploads.find(account, id);
      if (standing) await takeScan(services.scans, standing);
      services.audit.record({
        event: 'scan.received',
        account,
        session: principal.session,
        target: standing ? `${standing.upload.dossier} ${standing.upload.sha256}` : id,
        outcome: 'done',
      });
      return {};
    },
    onResponseError(_request, error) {
      if (error instanceof ProblemError)
        return { status_code: statusOf(error.problem), body: JSON.stringify(error.problem) };
      if (!(error instanceof Error)) return;
      services.onFailure(error);
      return { status_code: 500, body: '' };
    },
  });
}

/** The body goes through as it comes: it is never whole in memory. */
function webRequest({ raw, url, method, headers }: FastifyRequest): Request {
  const given = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (typeof value === 'string') given.set(name, value);
  const target = new URL(url, 'http://centre');
  if (method !== 'PATCH') return new Request(target, { method, headers: given });
  // Node's web streams are the platform's; only their types have two homes.
  const body = Readable.toWeb(raw) as ReadableStream<Uint8Array>;
  return new Request(target, { method, headers: given, body, duplex: 'half' });
}

/** tus speaks plain English; what we refused ourselves is a problem already. */
const codes: Readonly<Record<number, ProblemCode>> = {
  404: 'NOT_FOUND',
  409: 'SCAN_OFFSET',
  410: 'NOT_FOUND',
};

function problemIn(status: number, text: string): Problem {
  if (text.startsWith('{')) return JSON.parse(text) as Problem;
  if (status >= 500) return problem('INTERNAL', { incident: 'scan-upload' });
  const code = codes[status];
  if (code) return problem(code);
  return problem('INVALID_INPUT', { path: 'tus', reason: text.trim().slice(0, 200) });
}
