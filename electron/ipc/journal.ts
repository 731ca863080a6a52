/**
 * The journal of the open session, for its page. New work is let in only while there is room: the page hears
 * DISK_FULL before anything is written, and keeps what the person entered. What the journal has already
 * (an answer of the centre about it) may use the room that is kept back.
 */
import type { IpcAnswer } from '../../shared/contract/ipc.ts';
import type { JournalEntry } from '../../shared/contract/journal.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import { isDiskFull, type ReadRoom } from '../disk/disk-room.ts';
import type { JournalShelf } from '../journal/journal-shelf.ts';
import type { OpenJournal } from '../journal/open-journal.ts';
import type { Handlers, ReportFault } from './dispatch.ts';

export interface JournalParts {
  readonly shelf: JournalShelf;
  /** Of the open session; null when nobody is signed in. */
  readonly databaseName: () => string | null;
  readonly room: ReadRoom;
  readonly report: ReportFault;
}

type JournalChannel = 'journal.append' | 'journal.settled' | 'journal.replay' | 'journal.state';
type Page = IpcAnswer<'journal.replay'>;

/** Of one answer of `journal.replay`; a single longer entry goes alone. */
const pageLength = 4_000_000;

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

/** The disk's answer as a problem; what is no answer of a disk is a defect, and thrown. */
function diskProblem(error: unknown, freeBytes: number, report: ReportFault): Result<never> {
  if (isDiskFull(error)) return failed('DISK_FULL', { freeMegabytes: megabytes(freeBytes) });
  if (!(error instanceof Error && 'code' in error)) throw error;
  return failed('DISK_WRITE_FAILED', { incident: report('journal', error) });
}

function pageFrom(entries: readonly JournalEntry[], from: number): Page {
  let length = 0;
  let to = from;
  while (to < entries.length) {
    length += entries[to]?.body.length ?? 0;
    if (to > from && length > pageLength) break;
    to += 1;
  }
  return { entries: entries.slice(from, to), next: to < entries.length ? to : null };
}

export function journalHandlers(parts: JournalParts): Pick<Handlers, JournalChannel> {
  const { shelf, room, report } = parts;
  let replayed: readonly JournalEntry[] = [];

  async function withJournal<T>(
    work: (journal: OpenJournal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const name = parts.databaseName();
    return name === null ? failed('SESSION_EXPIRED') : work(await shelf.journalOf(name));
  }
  async function written(write: () => Promise<void>): Promise<Result<null>> {
    try {
      await write();
      return done(null);
    } catch (error) {
      return diskProblem(error, (await room()).freeBytes, report);
    }
  }

  return {
    'journal.append': ({ entries }) =>
      withJournal(async (journal) => {
        const before = await room();
        if (before.level === 'full' && entries.some(({ id }) => !journal.has(id))) {
          return failed('DISK_FULL', { freeMegabytes: megabytes(before.freeBytes) });
        }
        const result = await written(() => journal.append(entries));
        return result.ok ? done(before) : result;
      }),
    'journal.settled': ({ ids }) => withJournal((journal) => written(() => journal.settled(ids))),
    'journal.replay': ({ from }) =>
      withJournal(async (journal) => {
        if (from === 0) replayed = await journal.replay();
        const page = pageFrom(replayed, from);
        if (page.next === null) replayed = [];
        return done(page);
      }),
    'journal.state': () =>
      withJournal(async (journal) => {
        const damagedBytes = journal.damage.reduce((sum, { bytes }) => sum + bytes, 0);
        const { bytes, living } = journal;
        return done({ room: await room(), bytes, living, damagedBytes });
      }),
  };
}
