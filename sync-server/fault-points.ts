/**
 * Places at which a server may die with the most to lose, by name. The fault tests start a server that dies at one
 * of them (`HOSO_FAULT_AT=name` or `name:3` for the third passing; SIGKILL, as by a power cut of the process).
 * Only under NODE_ENV=test: a server in service pays one comparison and cannot be made to die.
 */
export const faultPoints = [
  // The embedded store: before its commit, and when it is durable but nobody has been told.
  'store.beforeCommit',
  'store.afterCommit',
  'store.beforeCheckpoint',
  'store.afterCheckpoint',
  // Admission of changes.
  'intake.claimsTaken',
  'intake.changesWritten',
  // An approval: stored as accepted; dossiers written; numbers set free; changes marked; outcome written.
  'approval.accepted',
  'approval.dossiersWritten',
  'approval.numbersReleased',
  'approval.changesMarked',
  'approval.applied',
  // Blobs: all bytes on the disk under a draft's name; under their own.
  'blob.drafted',
  'blob.stored',
  // A backup: all documents in its parts; its manifest written; listed; an old set taken from the list.
  'backup.documentsWritten',
  'backup.manifestWritten',
  'backup.listed',
  'backup.setHidden',
  // Putting a set back: everything but the settings; all of it, not yet under its name; the swap's three steps.
  'restore.filled',
  'restore.finished',
  'swap.noted',
  'swap.away',
  'swap.in',
] as const;
export type FaultPoint = (typeof faultPoints)[number];

interface Armed {
  readonly point: string;
  left: number;
}

function armed(environment: Readonly<Record<string, string | undefined>>): Armed | null {
  const { HOSO_FAULT_AT: given, NODE_ENV } = environment;
  if (given === undefined || NODE_ENV !== 'test') return null;
  const [point = '', count = '1'] = given.split(':');
  return { point, left: Number(count) };
}

const fault = armed(process.env);

/** Ends the process here when it was started to end here. */
export function passFaultPoint(point: FaultPoint): void {
  if (fault?.point !== point) return;
  fault.left -= 1;
  if (fault.left === 0) process.kill(process.pid, 'SIGKILL');
}
