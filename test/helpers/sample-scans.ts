/** Made-up scans: bytes that begin like a PDF, JPEG or PNG and go on at random; and how a test sends them. */
import { createHash, randomBytes } from 'node:crypto';
import { errorBodySchema } from '../../shared/contract/problem.ts';
import type { ScanType } from '../../shared/scan/media-type.ts';
import type { ScanAnnouncement, ScanRef } from '../../shared/scan/scan.ts';
import { sendScan, type SendOutcome, type UploadRequest } from '../../shared/scan/send-scan.ts';

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

export function pdfBytes(length: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length)]).subarray(0, length);
}

export interface Sent {
  readonly bytes: Uint8Array;
  readonly ref: Pick<ScanRef, 'unit' | 'dossier'>;
  readonly mediaType?: ScanType;
  /** Said instead of the true hash. */
  readonly sha256?: string;
}

export const announcementOf = ({ bytes, ref, mediaType, sha256 }: Sent): ScanAnnouncement => ({
  ...ref,
  sha256: sha256 ?? hashOf(bytes),
  mediaType: mediaType ?? 'application/pdf',
  bytes: bytes.length,
});

/** One request by fetch; null when the line broke. */
export async function ask(url: string, token: string, request: UploadRequest) {
  const { method, path, headers, body } = request;
  try {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(body && { body: new Uint8Array(body) }),
    });
    const text = await response.text();
    const parsed = text.startsWith('{') ? errorBodySchema.safeParse(JSON.parse(text)) : null;
    return {
      status: response.status,
      header: (name: string) => response.headers.get(name),
      problem: parsed?.success ? parsed.data.error : null,
    };
  } catch {
    return null;
  }
}

export interface Place {
  path: string | null;
}

/** @param place remembers where the upload is, from one try to the next */
export function sendTo(
  url: string,
  token: string,
  sent: Sent,
  place: Place = { path: null },
): Promise<SendOutcome> {
  return sendScan({
    scan: announcementOf(sent),
    ask: (request) => ask(url, token, request),
    read: async (start, end) => sent.bytes.subarray(start, end),
    uploadPath: place.path,
    keepPath: async (path) => {
      place.path = path;
    },
    nowMs: Date.now,
  });
}
