/** The room on the volume of the data folder. */
import { statfs } from 'node:fs/promises';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import type { DiskRoom } from '../../shared/contract/journal.ts';
import { diskRoomOn, roomLevel } from '../../shared/regulation/disk-room.ts';

export type ReadRoom = () => Promise<DiskRoom>;

/** What an ordinary user may still write on the volume of this folder. */
export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export function diskRoom(freeBytes: () => Promise<number>, now: () => Date): ReadRoom {
  return async () => {
    const free = await freeBytes();
    const row = diskRoomOn(civilDateInVietnam(now().toISOString()));
    return { level: roomLevel(row, free), freeBytes: free };
  };
}

const fullCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

/** The disk said that it, or this user's share of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && fullCodes.includes(error.code);
