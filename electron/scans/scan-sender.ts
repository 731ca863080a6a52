/**
 * Sends what waits on the shelf, one scan at a time, until the centre has it: at once when something new waits, after
 * a failure later and later. It ends with the vault: a wiped key must not be taken for damage.
 */
import type { Problem } from '../../shared/errors/index.ts';
import { problem } from '../../shared/errors/index.ts';
import { sendScan } from '../../shared/scan/send-scan.ts';
import type { ScanLine } from './scan-line.ts';
import type { ScanErrand, ScanNote } from './scan-notes.ts';
import { VaultClosedError, type ScanShelf } from './scan-shelf.ts';

export interface SenderParts {
  readonly shelf: ScanShelf;
  readonly line: ScanLine;
  readonly now: () => Date;
  readonly report: (where: string, fault: unknown) => void;
  readonly backOff?: { readonly firstMs: number; readonly longestMs: number };
}

export interface ScanSender {
  /** Something new waits, or the line is thought to be back. */
  poke(): void;
  /** The errand under way and how far it is; null while none is. */
  current(): { readonly sha256: string; readonly sent: number } | null;
  /** What is under way is let go at its next step; the shelf takes nothing more from it. */
  close(): void;
}

const usualBackOff = { firstMs: 2_000, longestMs: 60_000 };

interface Errand {
  readonly note: ScanNote;
  readonly errand: ScanErrand;
}

const waiting = ({ receivedAtUtc, refused }: ScanErrand): boolean =>
  receivedAtUtc === null && refused === null;

export function scanSender(parts: SenderParts): ScanSender {
  const { shelf, line, now } = parts;
  const { firstMs, longestMs } = parts.backOff ?? usualBackOff;
  let closed = false;
  let failures = 0;
  let underWay: { sha256: string; sent: number } | null = null;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const nextErrand = (): Errand | undefined =>
    shelf.notes
      .all()
      .flatMap((note) => note.errands.filter(waiting).map((errand) => ({ note, errand })))[0];

  const mark = ({ note, errand }: Errand, change: Partial<ScanErrand>): Promise<void> =>
    shelf.notes.update(note.sha256, (standing) =>
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

  /** Whether to go on at once. */
  async function sendOne(one: Errand): Promise<boolean> {
    const { note, errand } = one;
    const { sha256, mediaType, bytes } = note;
    underWay = { sha256, sent: errand.sent };
    const outcome = await sendScan({
      scan: { unit: errand.unit, dossier: errand.dossier, sha256, mediaType, bytes },
      ask: (request) => (closed ? Promise.resolve(null) : line.ask(request)),
      read: async (start, end) => {
        if (start === end) return new Uint8Array();
        const part = await shelf.read(sha256, { start, end });
        if (!part) throw new ScanGoneError();
        return part;
      },
      uploadPath: errand.uploadPath,
      keepPath: (uploadPath) => mark(one, { uploadPath }),
      onProgress: (sent) => {
        underWay = { sha256, sent };
      },
      nowMs: () => now().getTime(),
    });
    if (closed) return false;
    if (outcome.outcome === 'interrupted') return false;
    if (outcome.outcome === 'received')
      await mark(one, { receivedAtUtc: now().toISOString(), uploadPath: null, sent: bytes });
    else await mark(one, { refused: plain(outcome.problem) });
    return true;
  }

  async function sendAll(): Promise<void> {
    for (let next = nextErrand(); next && !closed; next = nextErrand()) {
      let goOn = false;
      try {
        goOn = await sendOne(next);
      } catch (error) {
        if (closed || error instanceof VaultClosedError) return;
        if (error instanceof ScanGoneError) await mark(next, { refused: problem('SCAN_DAMAGED') });
        else parts.report('sending a scan', error);
        goOn = error instanceof ScanGoneError;
      } finally {
        underWay = null;
      }
      if (!goOn) {
        failures += 1;
        return;
      }
      failures = 0;
    }
  }

  function run(): void {
    if (closed || running) return;
    if (timer) clearTimeout(timer);
    timer = null;
    running = sendAll().finally(() => {
      running = null;
      if (closed || !nextErrand()) return;
      timer = setTimeout(run, Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1)));
      timer.unref();
    });
  }

  return {
    poke: run,
    current: () => underWay,
    close() {
      closed = true;
      if (timer) clearTimeout(timer);
    },
  };
}

/** Neither on the disk nor mended: the person is told, and adds the file again. */
class ScanGoneError extends Error {
  override readonly name = 'ScanGoneError';
}

const plain = ({ code, message, details }: Problem): ScanErrand['refused'] => ({
  code,
  message,
  ...(details && { details: { ...details } }),
});
