/** One errand, one try: sends a scan of the shelf to the centre and notes what became of it. */
import type { Problem } from '../../shared/errors/index.ts';
import { sendScan } from '../../shared/scan/send-scan.ts';
import type { ScanLine } from './scan-line.ts';
import type { ScanErrand, ScanNote } from './scan-notes.ts';
import type { ScanShelf } from './scan-shelf.ts';

export interface Errand {
  readonly note: ScanNote;
  readonly errand: ScanErrand;
}

interface SendParts {
  readonly shelf: ScanShelf;
  readonly line: ScanLine;
  readonly now: () => Date;
  readonly isClosed: () => boolean;
  readonly onProgress: (sent: number) => void;
}

/** Neither on the disk nor mended: the person is told, and adds the file again. */
export class ScanGoneError extends Error {
  override readonly name = 'ScanGoneError';
}

export function mark(
  shelf: ScanShelf,
  { note, errand }: Errand,
  change: Partial<ScanErrand>,
): Promise<void> {
  return shelf.notes.update(note.sha256, (standing) =>
    standing
      ? {
          ...standing,
          errands: standing.errands.map((one) =>
            one.unit === errand.unit && one.dossier === errand.dossier
              ? { ...one, ...change }
              : one,
          ),
        }
      : null,
  );
}

/**
 * Whether to go on at once.
 *
 * @throws ScanGoneError, and VaultClosedError from the shelf
 */
export async function sendOne(parts: SendParts, one: Errand): Promise<boolean> {
  const { shelf, line, now, isClosed, onProgress } = parts;
  const { note, errand } = one;
  const { sha256, mediaType, bytes } = note;
  const outcome = await sendScan({
    scan: { unit: errand.unit, dossier: errand.dossier, sha256, mediaType, bytes },
    ask: (request) => (isClosed() ? Promise.resolve(null) : line.ask(request)),
    read: async (start, end) => {
      if (start === end) return new Uint8Array();
      const part = await shelf.read(sha256, { start, end });
      if (!part) throw new ScanGoneError();
      return part;
    },
    uploadPath: errand.uploadPath,
    keepPath: (uploadPath) => mark(shelf, one, { uploadPath }),
    onProgress,
    nowMs: () => now().getTime(),
  });
  if (isClosed() || outcome.outcome === 'interrupted') return false;
  if (outcome.outcome === 'received')
    await mark(shelf, one, { receivedAtUtc: now().toISOString(), uploadPath: null, sent: bytes });
  else await mark(shelf, one, { refused: plain(outcome.problem) });
  return true;
}

const plain = ({ code, message, details }: Problem): ScanErrand['refused'] => ({
  code,
  message,
  ...(details && { details: { ...details } }),
});
