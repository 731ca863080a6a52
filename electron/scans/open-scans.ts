/** The scans of the open session: at most one shelf and one sender, those of the vault that is open now. */
import path from 'node:path';
import { queue } from '../disk/queue.ts';
import type { ReadRoom } from '../disk/disk-room.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { ScanLine } from './scan-line.ts';
import { scanSender, type ScanSender } from './scan-sender.ts';
import { openScanShelf, type ScanShelf } from './scan-shelf.ts';

export interface OpenScans {
  readonly shelf: ScanShelf;
  readonly sender: ScanSender;
  readonly line: ScanLine;
}

export interface SessionScans {
  /** Null when nobody is signed in. */
  current(): Promise<OpenScans | null>;
  close(): void;
}

export interface SessionScanParts {
  readonly folder: string;
  /** The open vault and the name of its local database; the name is a folder's, too. */
  readonly session: () => { readonly vault: OpenVault; readonly databaseName: string } | null;
  readonly line: ScanLine;
  readonly room: ReadRoom;
  readonly now: () => Date;
  readonly report: (where: string, fault: unknown) => void;
}

export function sessionScans(parts: SessionScanParts): SessionScans {
  const { line, room, now, report } = parts;
  const inTurn = queue();
  let standing: { readonly vault: OpenVault; readonly scans: OpenScans } | null = null;

  function end(): void {
    standing?.scans.sender.close();
    standing = null;
  }
  async function open(): Promise<OpenScans | null> {
    const session = parts.session();
    if (standing && standing.vault === session?.vault) return standing.scans;
    end();
    if (!session) return null;
    const { vault, databaseName } = session;
    const folder = path.join(parts.folder, databaseName);
    const shelf = await openScanShelf({
      folder,
      keyFor: (purpose) => vault.keyFor(purpose),
      isOpen: () => parts.session()?.vault === vault,
      room,
      now,
    });
    const sender = scanSender({ shelf, line, now, report });
    standing = { vault, scans: { shelf, sender, line } };
    sender.poke();
    return standing.scans;
  }
  return { current: () => inTurn(open), close: end };
}
