/**
 * Sends one scan by tus 1.0, from wherever the last try ended. Pure: the line, the bytes and the clock are passed in;
 * the desktop's main process and the browser both send by it.
 *
 * Invariants: "received" is said only after the centre has checked hash and kind (the answer to the last piece, or its
 * own word that it has the scan); nothing is sent twice that the centre has counted; pieces are small enough that the
 * slowest line ends one within the minute that a request may take.
 */
import { scanPath, uploadsPath } from '../contract/scans.ts';
import { isProblemCode, problem, problemCatalogue, type Problem } from '../errors/index.ts';
import type { ScanAnnouncement } from './scan.ts';

export interface UploadRequest {
  readonly method: 'HEAD' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface UploadAnswer {
  readonly status: number;
  /** Of a header, by its lower-case name. */
  header(name: string): string | null;
  /** What a refusal says; null when it is not the centre's own. */
  readonly problem: Problem | null;
}

export interface SendScanParts {
  readonly scan: ScanAnnouncement;
  /** Null: no line. */
  ask(request: UploadRequest): Promise<UploadAnswer | null>;
  read(start: number, end: number): Promise<Uint8Array>;
  /** Where an earlier try began to send; null when there was none. */
  readonly uploadPath: string | null;
  /** Durable before the first piece goes: a restart then goes on there. */
  keepPath(path: string | null): Promise<void>;
  onProgress?(sent: number): void;
  readonly nowMs: () => number;
}

/** `interrupted`: try again later. `refused`: the centre does not take it as it is. */
export type SendOutcome =
  | { readonly outcome: 'received' }
  | { readonly outcome: 'interrupted'; readonly problem: Problem }
  | { readonly outcome: 'refused'; readonly problem: Problem };

const tus = { 'tus-resumable': '1.0.0' } as const;
const firstPieceBytes = 256 * 1024;
const leastPieceBytes = 32 * 1024;
const mostPieceBytes = 4 * 1024 * 1024;
/** A piece should take about so long: enough to make the round trip cheap, little enough to lose. */
const quickMs = 2_000;
const slowMs = 12_000;
/** An upload may vanish under us (expired, or the centre was restored) once; twice is a fault. */
const mostBegun = 2;

const received: SendOutcome = { outcome: 'received' };
const interrupted = (why: Problem): SendOutcome => ({ outcome: 'interrupted', problem: why });

/** What an answer that is no success means. */
function failure(answer: UploadAnswer | null): SendOutcome {
  const said = answer?.problem;
  if (!answer || !said) return interrupted(problem('SERVER_UNREACHABLE'));
  const retry = isProblemCode(said.code) ? problemCatalogue[said.code].retry : 'later';
  const hopeless = retry === 'never' || (retry === 'after-action' && answer.status !== 401);
  return { outcome: hopeless ? 'refused' : 'interrupted', problem: said };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Of ASCII text alone, which is all that the metadata holds. */
export function base64OfAscii(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 3) {
    const codes = [0, 1, 2].map((next) => text.charCodeAt(at + next) || 0);
    const bits = ((codes[0] ?? 0) << 16) | ((codes[1] ?? 0) << 8) | (codes[2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63] ?? '').join('');
    const given = Math.min(3, text.length - at);
    out += letters.slice(0, given + 1).padEnd(4, '=');
  }
  return out;
}

const metadataOf = ({ unit, dossier, sha256, mediaType }: ScanAnnouncement): string =>
  Object.entries({ unit, dossier, sha256, mediaType })
    .map(([key, value]) => `${key} ${base64OfAscii(value)}`)
    .join(',');

export async function sendScan(parts: SendScanParts): Promise<SendOutcome> {
  const known = await parts.ask({ method: 'HEAD', path: scanPath(parts.scan), headers: {} });
  if (known?.status === 200) return received;
  if (known?.status !== 404) return failure(known);
  let path = parts.uploadPath;
  for (let begun = 0; begun < mostBegun;) {
    const at = path === null ? null : await offsetAt(parts, path);
    if (at !== null && typeof at !== 'number') return at;
    if (path === null || at === null) {
      begun += 1;
      const created = await create(parts);
      if (typeof created !== 'string') return created;
      path = created;
    }
    const outcome = await sendPieces(parts, path, at ?? 0);
    if (outcome !== 'gone') return outcome;
    path = null;
    await parts.keepPath(null);
  }
  return interrupted(problem('SERVER_UNREACHABLE'));
}

/** Null: the centre knows no such upload any more. */
async function offsetAt(parts: SendScanParts, path: string): Promise<number | null | SendOutcome> {
  const answer = await parts.ask({ method: 'HEAD', path, headers: tus });
  // A refusal without a body says too little (it may be a proxy's): beginning anew is answered in words.
  if ([403, 404, 410].includes(answer?.status ?? 0)) return null;
  const offset = answer?.status === 200 ? offsetIn(answer) : null;
  return offset ?? failure(answer);
}

function offsetIn(answer: UploadAnswer): number | null {
  const text = answer.header('upload-offset') ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

async function create(parts: SendScanParts): Promise<string | SendOutcome> {
  const headers = {
    ...tus,
    'upload-length': String(parts.scan.bytes),
    'upload-metadata': metadataOf(parts.scan),
  };
  const answer = await parts.ask({ method: 'POST', path: uploadsPath, headers });
  const place = answer?.status === 201 ? answer.header('location') : null;
  if (!place?.startsWith(`${uploadsPath}/`)) return failure(answer);
  await parts.keepPath(place);
  return place;
}

/** From an offset to the end. `gone`: the upload is not there any more. */
async function sendPieces(
  parts: SendScanParts,
  path: string,
  from: number,
): Promise<SendOutcome | 'gone'> {
  const { scan } = parts;
  let size = firstPieceBytes;
  let offset = from;
  parts.onProgress?.(offset);
  for (;;) {
    // At the very end already: an empty piece makes the centre finish what it did not come to finish.
    const body = await parts.read(offset, Math.min(offset + size, scan.bytes));
    const beganMs = parts.nowMs();
    const answer = await parts.ask({
      method: 'PATCH',
      path,
      headers: {
        ...tus,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body,
    });
    if (answer?.status === 404 || answer?.status === 410) return 'gone';
    const next = answer?.status === 204 ? offsetIn(answer) : null;
    if (next === null) return failure(answer);
    if (next >= scan.bytes) return received;
    // A centre that counts nothing would be asked for ever.
    if (next <= offset) return interrupted(problem('SCAN_OFFSET'));
    offset = next;
    size = nextSize(size, parts.nowMs() - beganMs);
    parts.onProgress?.(offset);
  }
}

function nextSize(size: number, tookMs: number): number {
  if (tookMs < quickMs) return Math.min(size * 2, mostPieceBytes);
  return tookMs > slowMs ? Math.max(Math.floor(size / 2), leastPieceBytes) : size;
}
