/** Scans in a browser: kept in the page until they are submitted, then at the centre. */
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import { errorBodySchema } from '../../../shared/contract/problem.ts';
import { scanPath, scanStatesResponseSchema } from '../../../shared/contract/scans.ts';
import { done, failed, problem, type Problem, type Result } from '../../../shared/errors/index.ts';
import { scanLimitOn } from '../../../shared/regulation/scan-limit.ts';
import { checkScan } from '../../../shared/scan/media-type.ts';
import { scanKey, type ScanAnnouncement } from '../../../shared/scan/scan.ts';
import { sendScan, type UploadAnswer, type UploadRequest } from '../../../shared/scan/send-scan.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { ScanPort, ScanState } from '../port/scan-port.ts';

/** A browser does not go on after it was closed, so it tries a few times before it says no. */
const mostTries = 4;
const pauseMs = 1_500;

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function problemIn(response: Response): Promise<Problem | null> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = errorBodySchema.safeParse(body);
  return parsed.success ? parsed.data.error : null;
}

async function ask(client: GatewayClient, request: UploadRequest): Promise<UploadAnswer | null> {
  const { method, path, headers, body } = request;
  const init = { method, headers, ...(body && { body: new Uint8Array(body) }) };
  const answer = await client.raw(path, init);
  if (!answer.ok) return null;
  const { status, ok, headers: given } = answer.value;
  const said = ok || method === 'HEAD' ? null : await problemIn(answer.value);
  return { status, header: (name) => given.get(name), problem: said };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

async function sendOne(
  client: GatewayClient,
  scan: ScanAnnouncement,
  bytes: Uint8Array,
): Promise<Result<null>> {
  let uploadPath: string | null = null;
  let why = problem('SERVER_UNREACHABLE');
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await pause();
    const outcome = await sendScan({
      scan,
      ask: (request) => ask(client, request),
      read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
      uploadPath,
      keepPath: (path) => {
        uploadPath = path;
        return Promise.resolve();
      },
      nowMs: Date.now,
    });
    if (outcome.outcome === 'received') return done(null);
    why = outcome.problem;
    if (outcome.outcome === 'refused') break;
  }
  return { ok: false, problem: why };
}

export function remoteScans(client: GatewayClient): ScanPort {
  const added = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    add: async (name, bytes) => {
      const limits = scanLimitOn(civilDateInVietnam(new Date().toISOString()));
      const type = checkScan({ name, bytes }, limits);
      if (!type.ok) return type;
      const sha256 = await hashOf(bytes);
      added.set(sha256, bytes);
      return done({ sha256, name, mediaType: type.value, bytes: bytes.length });
    },
    remove: async (sha256) => {
      added.delete(sha256);
    },
    send: async (scans) => {
      for (const scan of scans) {
        const bytes = added.get(scan.sha256);
        // Sent with an earlier version of the change: the centre has it, or another PC will send it.
        if (!bytes) continue;
        const sent = await sendOne(client, scan, bytes);
        if (!sent.ok) return sent;
      }
      for (const { sha256 } of scans) added.delete(sha256);
      return done(null);
    },
    // A browser keeps nothing that it could send again.
    reopen: () => Promise.resolve(done(null)),
    states: async (scans) => {
      const answer = await client.post('/api/scans/states', { scans }, scanStatesResponseSchema);
      const known = answer.ok ? new Set(answer.value.present.map(scanKey)) : null;
      return scans.map((scan): ScanState => {
        const there = known?.has(scanKey(scan));
        const place = there === undefined ? 'unknown' : there ? 'atCentre' : 'notHere';
        return { place, percent: null, problem: null };
      });
    },
    read: async (scan) => {
      const here = added.get(scan.sha256);
      if (here) return done(here);
      const answer = await client.raw(scanPath(scan), { method: 'GET' });
      if (!answer.ok) return answer;
      if (!answer.value.ok)
        return {
          ok: false,
          problem: (await problemIn(answer.value)) ?? problem('SERVER_UNREACHABLE'),
        };
      const bytes = new Uint8Array(await answer.value.arrayBuffer());
      return (await hashOf(bytes)) === scan.sha256 ? done(bytes) : failed('SCAN_DAMAGED');
    },
    unsent: () => Promise.resolve([]),
  };
}
