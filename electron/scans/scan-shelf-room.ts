/** The files of a shelf: each is written before its note and taken away after it. */
import { readdir, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { FrameBrokenError } from '../../shared/scan/frames.ts';
import { readScanFile, scanFileFacts, writeScanFile } from './scan-file.ts';
import type { ScanNote, ScanNotes } from './scan-notes.ts';

interface ShelfFiles {
  readonly notes: ScanNotes;
  readonly fileOf: (sha256: string) => string;
  readonly placeOf: (sha256: string) => Parameters<typeof readScanFile>[0];
  /** @throws VaultClosedError */
  readonly assertOpen: () => void;
  readonly now: () => Date;
}

export async function keepScan(
  { notes, fileOf, placeOf, assertOpen, now }: ShelfFiles,
  note: Omit<ScanNote, 'atUtc' | 'errands'>,
  bytes: Uint8Array,
): Promise<void> {
  if (!(await scanFileFacts(fileOf(note.sha256)))) {
    assertOpen();
    await writeScanFile(placeOf(note.sha256), bytes);
  }
  await notes.update(note.sha256, (standing) => ({
    ...note,
    name: note.name || (standing?.name ?? ''),
    atUtc: standing?.atUtc ?? now().toISOString(),
    origin: standing?.origin === 'added' ? 'added' : note.origin,
    errands: standing?.errands ?? [],
  }));
}

export async function forgetScan({ notes, fileOf }: ShelfFiles, sha256: string): Promise<void> {
  await notes.update(sha256, () => null);
  await rm(fileOf(sha256), { force: true });
}

/** Null: not on this disk, or damaged there. */
export async function readScan(
  { notes, fileOf, placeOf, assertOpen, now }: ShelfFiles,
  sha256: string,
  part?: { readonly start: number; readonly end: number },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const note = notes.find(sha256);
  if (!note) return null;
  try {
    assertOpen();
    const clear = await readScanFile(placeOf(sha256), note.bytes, part);
    if (part === undefined) await utimes(fileOf(sha256), now(), now());
    return clear;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing || error instanceof FrameBrokenError) return null;
    throw error;
  }
}

/** Of what was fetched to be looked at: oldest use first, until it fits. */
export async function makeRoom(shelf: ShelfFiles, mostBytes: number): Promise<void> {
  const fetched = shelf.notes
    .all()
    .filter(({ origin, errands }) => origin === 'fetched' && errands.length === 0);
  const facts = await Promise.all(
    fetched.map(async ({ sha256, bytes }) => {
      const found = await scanFileFacts(shelf.fileOf(sha256));
      return { sha256, bytes, usedAtMs: found?.usedAtMs ?? 0 };
    }),
  );
  let total = facts.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { sha256, bytes } of facts.sort((a, b) => a.usedAtMs - b.usedAtMs)) {
    if (total <= mostBytes) return;
    await forgetScan(shelf, sha256);
    total -= bytes;
  }
}

/** What a crash left half written. */
export async function sweepDrafts(folder: string): Promise<void> {
  try {
    for (const name of await readdir(folder))
      if (name.endsWith('.tmp')) await rm(path.join(folder, name), { force: true });
  } catch (error) {
    // Before the first scan there is no folder.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
