/** The real journal of the desktop over a folder, through its real channels, for an office without a window. */
import { journalHandlers } from '../../electron/ipc/journal.ts';
import { dispatch, type Handlers } from '../../electron/ipc/dispatch.ts';
import { journalShelf } from '../../electron/journal/journal-shelf.ts';
import { bridgeJournal } from '../../renderer/data/local/store/bridge-journal.ts';
import type { Journal } from '../../renderer/data/local/index.ts';
import type { HosoBridge } from '../../shared/contract/ipc.ts';
import type { DiskRoom } from '../../shared/contract/journal.ts';
import { roomLevel, diskRoomOn } from '../../shared/regulation/disk-room.ts';

export interface FolderJournal extends Journal {
  /** What the disk is to say of its room from now on. */
  freeBytes(bytes: number): void;
  readRoom(): Promise<DiskRoom>;
  close(): Promise<void>;
}

export function folderJournal(folder: string, databaseName: string): FolderJournal {
  const shelf = journalShelf({ folder, now: () => new Date(), onDamage: () => undefined });
  let free = 1e12;
  const room = async (): Promise<DiskRoom> => ({
    level: roomLevel(diskRoomOn('2026-11-27'), free),
    freeBytes: free,
  });
  const report = () => 'test';
  const own = journalHandlers({ shelf, databaseName: () => databaseName, room, report });
  const bridge: HosoBridge = {
    // Only the journal's channels are asked for here.
    invoke: (channel, request) => dispatch(own as Handlers, report, channel, request),
  };
  return {
    ...bridgeJournal(bridge),
    freeBytes: (bytes) => {
      free = bytes;
    },
    readRoom: room,
    close: () => shelf.close(),
  };
}
