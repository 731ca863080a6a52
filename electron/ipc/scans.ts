/** Scans for the page: kept sealed on this disk, sent by the main process, fetched when they are looked at. */
import type { ScanStanding } from '../../shared/contract/scan-ipc.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';
import type { OpenScans, SessionScans } from '../scans/open-scans.ts';
import type { ScanNote } from '../scans/scan-notes.ts';
import { isUnsent } from '../scans/scan-shelf.ts';
import type { Handlers } from './dispatch.ts';

type ScanChannel = Extract<keyof Handlers, `scans.${string}`>;

export function scanHandlers(scans: SessionScans): Pick<Handlers, ScanChannel> {
  async function withScans<T>(work: (open: OpenScans) => Promise<Result<T>>): Promise<Result<T>> {
    const open = await scans.current();
    return open ? work(open) : failed('SESSION_EXPIRED');
  }
  return {
    'scans.add': ({ name, bytes }) =>
      withScans(async ({ shelf, sender }) => {
        const added = await shelf.add(name, bytes);
        // Added again, it may be what an earlier errand lacked.
        sender.poke();
        return added;
      }),
    'scans.send': (request) =>
      withScans(async ({ shelf, sender }) => {
        await shelf.send(request.scans);
        sender.poke();
        return done(null);
      }),
    'scans.reopen': (request) =>
      withScans(async ({ shelf, sender }) => {
        await shelf.reopen(request.scans);
        sender.poke();
        return done(null);
      }),
    'scans.standing': () =>
      withScans(async (open) => {
        const notes = open.shelf.notes
          .all()
          .filter(({ errands, origin }) => errands.length > 0 || origin === 'added');
        return done({ scans: notes.map((note) => standingOf(note, open)) });
      }),
    'scans.read': ({ scan }) =>
      withScans(async ({ shelf, line }) => {
        const here = await shelf.read(scan.sha256);
        if (here) return done({ bytes: here });
        const fetched = await line.fetchScan(scan);
        if (!fetched.ok) return fetched;
        await shelf.keepFetched(scan.sha256, fetched.value);
        return done({ bytes: fetched.value });
      }),
    'scans.remove': ({ sha256 }) => withScans(({ shelf }) => shelf.remove(sha256)),
  };
}

function standingOf(note: ScanNote, { sender }: OpenScans): ScanStanding {
  const { sha256, name, mediaType, bytes, errands } = note;
  const refused = errands.find((one) => one.refused !== null)?.refused ?? null;
  const moving = sender.current();
  const sending = moving?.sha256 === sha256;
  const places = errands.filter(isUnsent).map(({ unit, dossier }) => ({ unit, dossier }));
  const unsent = places.length > 0;
  const resting = errands.length === 0 ? 'added' : unsent ? 'waiting' : 'atCentre';
  return {
    sha256,
    name,
    mediaType,
    bytes,
    addedAtUtc: note.atUtc,
    places,
    sent: sending ? moving.sent : unsent ? 0 : bytes,
    state: refused ? 'refused' : sending ? 'sending' : resting,
    problem: refused && { code: refused.code, message: refused.message },
  };
}
