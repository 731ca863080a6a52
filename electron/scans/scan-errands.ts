/**
 * Where each scan has to go. An errand that the centre confirmed or refused is not over for good: the centre may be
 * restored to a time before, sweep what no change referred to for long, or have had a reason that has passed.
 * So whoever sends or adds the scan again opens its errands again; asking the centre what it has is cheap.
 */
import type { ScanAnnouncement } from '../../shared/scan/scan.ts';
import type { ScanErrand, ScanNotes } from './scan-notes.ts';

const isOver = ({ receivedAtUtc, refused }: ScanErrand): boolean =>
  receivedAtUtc !== null || refused !== null;

const fresh = { uploadPath: null, sent: 0, receivedAtUtc: null, refused: null } as const;

/** One that is still under way goes on where it is. */
export async function reopenErrands(
  notes: ScanNotes,
  sha256: string,
  which: (errand: ScanErrand) => boolean,
): Promise<void> {
  const open = (one: ScanErrand) => isOver(one) && which(one);
  if (!notes.find(sha256)?.errands.some(open)) return;
  await notes.update(sha256, (note) =>
    note
      ? { ...note, errands: note.errands.map((one) => (open(one) ? { ...one, ...fresh } : one)) }
      : null,
  );
}

export async function noteErrands(
  notes: ScanNotes,
  scans: readonly ScanAnnouncement[],
): Promise<void> {
  for (const { unit, dossier, sha256 } of scans) {
    const held = notes.find(sha256);
    // Evidence of an earlier version of a change may have been added on another PC: that one sends it.
    if (held?.origin !== 'added') continue;
    const same = (one: ScanErrand) => one.unit === unit && one.dossier === dossier;
    if (held.errands.some(same)) {
      await reopenErrands(notes, sha256, same);
      continue;
    }
    const errand = { unit, dossier, ...fresh };
    await notes.update(sha256, (note) =>
      note ? { ...note, errands: [...note.errands, errand] } : null,
    );
  }
}
