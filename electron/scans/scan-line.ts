/** Requests about scans to the centre: the session's token, one renewal after a 401, a limit on waiting. */
import { errorBodySchema } from '../../shared/contract/problem.ts';
import { scanPath } from '../../shared/contract/scans.ts';
import { done, failed, problem, type Problem, type Result } from '../../shared/errors/index.ts';
import type { ScanRef } from '../../shared/scan/scan.ts';
import type { UploadAnswer, UploadRequest } from '../../shared/scan/send-scan.ts';
import { parseJson } from '../disk/parse-json.ts';
import type { Fetch } from '../session/centre-request.ts';
import { hashOf } from './scan-shelf.ts';

export interface LineParts {
  readonly fetch: Fetch;
  readonly origin: () => string | null;
  readonly accessToken: () => string | null;
  readonly renewToken: () => Promise<Result<{ readonly accessToken: string }>>;
}

export interface ScanLine {
  /** Null: no line. */
  ask(request: UploadRequest): Promise<UploadAnswer | null>;
  /** Whole and checked by its hash. */
  fetchScan(ref: ScanRef): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

const requestMs = 60_000;
/** A scan of 25 MB over a line that breaks now and then: each try goes on where the last one ended. */
const mostTries = 6;
const mostBytes = 64 * 1024 * 1024;

type Init = Pick<RequestInit, 'method' | 'headers' | 'body'>;

export function scanLine(parts: LineParts): ScanLine {
  async function send(path: string, init: Init): Promise<Response | null> {
    const origin = parts.origin();
    if (origin === null) return null;
    const attempt = async (token: string) => {
      try {
        return await parts.fetch(origin + path, {
          ...init,
          headers: {
            ...(init.headers as Record<string, string>),
            authorization: `Bearer ${token}`,
          },
          redirect: 'error',
          credentials: 'omit',
          cache: 'no-store',
          signal: AbortSignal.timeout(requestMs),
        });
      } catch {
        // fetch has one way to fail for everything the network does.
        return null;
      }
    };
    const first = parts.accessToken();
    const answer = first === null ? null : await attempt(first);
    if (answer && answer.status !== 401) return answer;
    if (first !== null && !answer) return null;
    const renewed = await parts.renewToken();
    return renewed.ok ? attempt(renewed.value.accessToken) : null;
  }

  return {
    async ask({ method, path, headers, body }) {
      const answer = await send(path, {
        method,
        headers,
        ...(body && { body: new Uint8Array(body) }),
      });
      if (!answer) return null;
      const said = answer.ok ? null : await problemIn(answer);
      return { status: answer.status, header: (name) => answer.headers.get(name), problem: said };
    },

    async fetchScan(ref) {
      const pieces: Uint8Array[] = [];
      let have = 0;
      for (let tries = 0; tries < mostTries; tries += 1) {
        const headers = have > 0 ? { range: `bytes=${have}-` } : {};
        const answer = await send(scanPath(ref), { method: 'GET', headers });
        if (!answer) return failed('SERVER_UNREACHABLE');
        if (!answer.ok)
          return { ok: false, problem: (await problemIn(answer)) ?? problem('SERVER_UNREACHABLE') };
        // A proxy that knows no ranges begins anew.
        if (answer.status === 200 && have > 0) {
          pieces.length = 0;
          have = 0;
        }
        const whole = await gather(answer, (piece) => {
          pieces.push(piece);
          have += piece.length;
        });
        if (have > mostBytes) return failed('SCAN_DAMAGED');
        if (whole) break;
      }
      const bytes = new Uint8Array(Buffer.concat(pieces));
      return hashOf(bytes) === ref.sha256 ? done(bytes) : failed('SCAN_DAMAGED');
    },
  };
}

/** False when the line broke before the end; what came until then was given on. */
async function gather(answer: Response, take: (piece: Uint8Array) => void): Promise<boolean> {
  if (!answer.body) return true;
  const reader = answer.body.getReader();
  try {
    for (;;) {
      const { done: ended, value } = await reader.read();
      if (ended) return true;
      take(value);
    }
  } catch {
    return false;
  }
}

async function problemIn(answer: Response): Promise<Problem | null> {
  const parsed = errorBodySchema.safeParse(parseJson(await answer.text().catch(() => '')));
  if (!parsed.success) return null;
  const { code, message, details } = parsed.data.error;
  return { code, message, ...(details && { details }) };
}
