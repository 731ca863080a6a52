/**
 * Sends what waits on the shelf, one scan at a time, until the centre has it: at once when something new waits, after
 * a failure later and later. It ends with the vault: a wiped key must not be taken for damage.
 */
import { problem } from '../../shared/errors/index.ts';
import type { ScanLine } from './scan-line.ts';
import type { ScanErrand } from './scan-notes.ts';
import { VaultClosedError, type ScanShelf } from './scan-shelf.ts';
import { mark, ScanGoneError, sendOne, type Errand } from './send-one.ts';

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

const waiting = ({ receivedAtUtc, refused }: ScanErrand): boolean =>
  receivedAtUtc === null && refused === null;

export function scanSender(parts: SenderParts): ScanSender {
  const { shelf, line, now } = parts;
  const { firstMs, longestMs } = parts.backOff ?? usualBackOff;
  let closed = false;
  const isClosed = () => closed;
  let failures = 0;
  let underWay: { sha256: string; sent: number } | null = null;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const nextErrand = (): Errand | undefined =>
    shelf.notes
      .all()
      .flatMap((note) => note.errands.filter(waiting).map((errand) => ({ note, errand })))[0];

  const sendNext = ({ note, errand }: Errand): Promise<boolean> => {
    const { sha256 } = note;
    underWay = { sha256, sent: errand.sent };
    const onProgress = (sent: number) => {
      underWay = { sha256, sent };
    };
    return sendOne({ shelf, line, now, isClosed, onProgress }, { note, errand });
  };

  async function sendAll(): Promise<void> {
    for (let next = nextErrand(); next && !isClosed(); next = nextErrand()) {
      let goOn = false;
      try {
        goOn = await sendNext(next);
      } catch (error) {
        if (isClosed() || error instanceof VaultClosedError) return;
        if (error instanceof ScanGoneError)
          await mark(shelf, next, { refused: problem('SCAN_DAMAGED') });
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
    if (isClosed() || running) return;
    if (timer) clearTimeout(timer);
    timer = null;
    running = sendAll().finally(() => {
      running = null;
      if (isClosed() || !nextErrand()) return;
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
