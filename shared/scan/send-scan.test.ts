import { describe, expect, it } from 'vitest';
import { uploadsPath } from '../contract/scans.ts';
import { problem, type ProblemCode } from '../errors/index.ts';
import { base64OfAscii, sendScan, type UploadAnswer, type UploadRequest } from './send-scan.ts';

const scan = {
  unit: 'H20.81.11',
  dossier: 'dossier:00000000000000000000000001',
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  bytes: 1_000_000,
} as const;

const answer = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
  code?: ProblemCode,
): UploadAnswer => ({
  status,
  header: (name) => headers[name] ?? null,
  problem: code === undefined ? null : problem(code),
});

/** A centre in memory that speaks tus, and may be told to answer otherwise. */
function centre(odd: (request: UploadRequest, at: number) => UploadAnswer | null | undefined) {
  const uploads = new Map<string, number>();
  const asked: string[] = [];
  let received = false;
  const ask = (request: UploadRequest): UploadAnswer | null => {
    asked.push(`${request.method} ${request.headers['upload-offset'] ?? ''}`.trim());
    const given = odd(request, asked.length - 1);
    if (given !== undefined) return given;
    const { method, path, body } = request;
    if (method === 'POST') {
      const place = `${uploadsPath}/${uploads.size + 1}`;
      uploads.set(place, 0);
      return answer(201, { location: place });
    }
    if (!path.startsWith(uploadsPath))
      return answer(received ? 200 : 404, {}, 'SCAN_NOT_AT_CENTRE');
    const offset = uploads.get(path);
    if (offset === undefined) return answer(404, {}, 'NOT_FOUND');
    if (method === 'HEAD') return answer(200, { 'upload-offset': String(offset) });
    const next = offset + (body?.length ?? 0);
    uploads.set(path, next);
    received = next === scan.bytes;
    if (received) uploads.delete(path);
    return answer(204, { 'upload-offset': String(next) });
  };
  return { ask, asked, uploads };
}

async function send(to: ReturnType<typeof centre>, uploadPath: string | null = null, paceMs = 1) {
  const kept: (string | null)[] = [];
  let nowMs = 0;
  const result = await sendScan({
    scan,
    ask: async (request) => to.ask(request),
    read: async (start, end) => new Uint8Array(end - start),
    uploadPath,
    keepPath: async (path) => void kept.push(path),
    nowMs: () => (nowMs += paceMs),
  });
  return { result, kept };
}

const usual = () => undefined;

describe('sending a scan', () => {
  it('begins, sends in growing pieces and ends when the centre has checked it', async () => {
    const to = centre(usual);
    const { result, kept } = await send(to);
    expect(result).toEqual({ outcome: 'received' });
    expect(kept).toEqual([`${uploadsPath}/1`]);
    expect(to.asked).toEqual(['HEAD', 'POST', 'PATCH 0', 'PATCH 262144', 'PATCH 786432']);
  });

  it('sends nothing when the centre has it', async () => {
    const to = centre(({ path }) => (path.startsWith(uploadsPath) ? undefined : answer(200)));
    expect((await send(to)).result).toEqual({ outcome: 'received' });
    expect(to.asked).toEqual(['HEAD']);
  });

  it('sends smaller pieces over a slow line', async () => {
    const to = centre(usual);
    await send(to, null, 20_000);
    expect(to.asked.slice(2, 5)).toEqual(['PATCH 0', 'PATCH 262144', 'PATCH 393216']);
  });

  it('goes on where an earlier try ended', async () => {
    const to = centre(usual);
    to.uploads.set(`${uploadsPath}/9`, 900_000);
    const { result } = await send(to, `${uploadsPath}/9`);
    expect(result).toEqual({ outcome: 'received' });
    expect(to.asked).toEqual(['HEAD', 'HEAD', 'PATCH 900000']);
  });

  it('makes the centre finish what it had counted to the end but not finished', async () => {
    const to = centre(usual);
    to.uploads.set(`${uploadsPath}/9`, scan.bytes);
    const { result } = await send(to, `${uploadsPath}/9`);
    expect(result).toEqual({ outcome: 'received' });
    expect(to.asked).toEqual(['HEAD', 'HEAD', 'PATCH 1000000']);
  });

  it('begins anew when the centre forgot the upload', async () => {
    const to = centre(usual);
    const { result, kept } = await send(to, `${uploadsPath}/7`);
    expect(result).toEqual({ outcome: 'received' });
    expect(kept).toEqual([`${uploadsPath}/1`]);
  });

  it('begins anew once, not for ever, when uploads vanish', async () => {
    const to = centre(({ method }) =>
      method === 'PATCH' ? answer(404, {}, 'NOT_FOUND') : undefined,
    );
    const { result } = await send(to);
    expect(result.outcome).toBe('interrupted');
    expect(to.asked.filter((one) => one === 'POST')).toHaveLength(2);
  });

  it.each<[string, UploadAnswer | null, string]>([
    ['no line', null, 'interrupted SERVER_UNREACHABLE'],
    ['a proxy’s page', answer(502), 'interrupted SERVER_UNREACHABLE'],
    ['a full centre', answer(507, {}, 'SCAN_CENTRE_FULL'), 'interrupted SCAN_CENTRE_FULL'],
    ['another request at the offset', answer(409, {}, 'SCAN_OFFSET'), 'interrupted SCAN_OFFSET'],
    ['a session at its end', answer(401, {}, 'SESSION_EXPIRED'), 'interrupted SESSION_EXPIRED'],
    ['a right taken away', answer(403, {}, 'FORBIDDEN'), 'refused FORBIDDEN'],
    ['another kind of file', answer(415, {}, 'SCAN_TYPE_UNKNOWN'), 'refused SCAN_TYPE_UNKNOWN'],
    ['an answer without an offset', answer(204), 'interrupted SERVER_UNREACHABLE'],
    [
      'an offset that stands still',
      answer(204, { 'upload-offset': '0' }),
      'interrupted SCAN_OFFSET',
    ],
  ])('with %s', async (_, given, expected) => {
    const to = centre(({ method }) => (method === 'PATCH' ? given : undefined));
    const { result } = await send(to);
    const code = result.outcome === 'received' ? '' : result.problem.code;
    expect(`${result.outcome} ${code}`).toBe(expected);
  });

  it('does not follow a location elsewhere', async () => {
    const to = centre(({ method }) =>
      method === 'POST' ? answer(201, { location: 'https://elsewhere.example/x' }) : undefined,
    );
    expect((await send(to)).result.outcome).toBe('interrupted');
  });
});

it.each(['', 'a', 'ab', 'abc', 'H20.81.11', 'application/pdf'])('base64 of “%s”', (text) => {
  expect(base64OfAscii(text)).toBe(Buffer.from(text).toString('base64'));
});
