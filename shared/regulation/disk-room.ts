/**
 * How much room a disk needs before work is saved on it. A save is refused while there is still room for
 * what the program must write to stay whole: the browser's database (whose own files grow by tens of MB when
 * it tidies up), the journal's answers from the centre, the log. Dated rows with their source.
 */
import type { CivilDate } from '../calendar/partial-date.ts';

export interface DiskRoomRow {
  readonly scope: 'national';
  /** Below this the person is warned. */
  readonly warnBelow: number;
  /** Below this nothing new is saved or received. */
  readonly refuseBelow: number;
  readonly unit: 'megabytes';
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

export const diskRooms: readonly DiskRoomRow[] = [
  {
    scope: 'national',
    warnBelow: 200,
    refuseBelow: 50,
    unit: 'megabytes',
    validFrom: '2026-11-01',
    validTo: null,
    source:
      'Quy tắc nội bộ của phần mềm (docs/journal.md, Room on the disk); không phải quy định của pháp luật',
  },
];

/** The row in force on a day; before the first row began, that row already. */
export function diskRoomOn(day: CivilDate, rows: readonly DiskRoomRow[] = diskRooms): DiskRoomRow {
  const row =
    rows.findLast(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
    ) ?? rows[0];
  if (!row) throw new TypeError('the room on the disk has no rows');
  return row;
}

export type RoomLevel = 'enough' | 'low' | 'full';

const megabyte = 1_000_000;

export function roomLevel(row: DiskRoomRow, freeBytes: number): RoomLevel {
  if (freeBytes < row.refuseBelow * megabyte) return 'full';
  return freeBytes < row.warnBelow * megabyte ? 'low' : 'enough';
}
