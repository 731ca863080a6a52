import { describe, expect, it } from 'vitest';
import { sampleChange } from '../../test/helpers/sample-changes.ts';
import type { Change } from './change.ts';
import { receiptOf, type ReceiptFacts, type RungName } from './receipt.ts';

const clerk = { account: 'vanthu.xa', name: 'Lê Thị Văn Thư' };
const head = { account: 'chutich.xa', name: 'Nguyễn Hữu Đức' };
const submitted = { state: 'submitted', by: clerk, atUtc: '2026-11-20T02:00:00.000Z' } as const;
const verified = { state: 'verified', by: clerk, atUtc: '2026-11-21T02:00:00.000Z' } as const;
const approved = { state: 'approved', by: head, atUtc: '2026-11-22T02:00:00.000Z' } as const;
const returned = {
  state: 'returned',
  by: clerk,
  atUtc: '2026-11-21T03:00:00.000Z',
  reason: 'Thiếu quyết định',
} as const;

const change = (history: Change['history'], more: Partial<Change> = {}): Change => ({
  ...sampleChange(1),
  state: history.at(-1)?.state ?? 'submitted',
  history,
  ...more,
});

function reached(
  facts: Partial<ReceiptFacts> & { readonly standing: Change },
): readonly RungName[] {
  const receipt = receiptOf({
    master: facts.standing,
    waiting: false,
    refused: false,
    lacking: false,
    acknowledged: false,
    backupAtUtc: null,
    keptHere: true,
    ...facts,
  });
  return receipt.rungs.flatMap((rung) => (rung.reached ? [rung.name] : []));
}

describe('the ladder of a change', () => {
  it('begins on this disk, and in a browser at the centre', () => {
    const standing = change([submitted]);
    expect(reached({ standing, master: null, waiting: true })).toEqual(['onThisDisk']);
    expect(reached({ standing, keptHere: false })).toEqual(['atCentre']);
  });

  it('reaches the centre with its word, even before its copy has come back', () => {
    const standing = change([submitted]);
    expect(reached({ standing, master: null, acknowledged: true })).toEqual([
      'onThisDisk',
      'atCentre',
    ]);
  });

  it('does not claim the centre for a step that only this disk has', () => {
    const standing = change([submitted, verified]);
    const master = change([submitted]);
    expect(reached({ standing, master, waiting: true })).toEqual(['onThisDisk', 'verified']);
  });

  it('claims nothing of what a restored centre has no more', () => {
    const standing = change([submitted, verified, approved]);
    expect(reached({ standing, master: null, lacking: true })).toEqual(['onThisDisk']);
    const master = change([submitted, verified]);
    expect(reached({ standing: master, master, lacking: true })).toEqual([
      'onThisDisk',
      'atCentre',
      'verified',
    ]);
    // The backup has the earlier version, not the one that is lacking.
    const backupAtUtc = '2099-01-01T00:00:00.000Z';
    expect(reached({ standing: master, master, backupAtUtc })).toContain('inBackup');
    expect(reached({ standing: master, master, lacking: true, backupAtUtc })).not.toContain(
      'inBackup',
    );
  });

  it('tells who verified and approved, and when', () => {
    const { rungs } = receiptOf({
      standing: change([submitted, verified, approved]),
      master: change([submitted, verified, approved]),
      waiting: false,
      refused: false,
      lacking: false,
      acknowledged: false,
      backupAtUtc: null,
      keptHere: true,
    });
    expect(rungs.find(({ name }) => name === 'verified')).toMatchObject({ by: clerk });
    expect(rungs.find(({ name }) => name === 'approved')).toMatchObject({
      by: head,
      atUtc: approved.atUtc,
    });
  });

  it('goes back with a change that is sent back', () => {
    expect(reached({ standing: change([submitted, verified, returned]) })).toEqual([
      'onThisDisk',
      'atCentre',
    ]);
  });

  it('is in the backup only when the centre wrote it before the moment of the backup', () => {
    const stored = (storedAtUtc: string) => change([submitted], { storedAtUtc });
    const backupAtUtc = '2026-11-23T18:00:00.000Z';
    const inBackup = (storedAtUtc: string) =>
      reached({ standing: stored(storedAtUtc), backupAtUtc }).includes('inBackup');
    expect(inBackup('2026-11-23T17:58:00.000Z')).toBe(true);
    expect(inBackup(backupAtUtc)).toBe(false);
    expect(inBackup('2026-11-24T00:00:00.000Z')).toBe(false);
  });

  it('leaves the backup again when the centre is put back to an older one', () => {
    const standing = change([submitted], { storedAtUtc: '2026-11-23T10:00:00.000Z' });
    expect(reached({ standing, backupAtUtc: '2026-11-23T18:00:00.000Z' })).toContain('inBackup');
    expect(reached({ standing, backupAtUtc: '2026-11-22T18:00:00.000Z' })).not.toContain(
      'inBackup',
    );
  });

  it('of a change without the centre’s stamp is judged by its last step', () => {
    const standing = change([submitted, verified]);
    expect(reached({ standing, backupAtUtc: '2026-11-21T01:00:00.000Z' })).not.toContain(
      'inBackup',
    );
    expect(reached({ standing, backupAtUtc: '2026-11-21T03:00:00.000Z' })).toContain('inBackup');
  });

  it('does not claim the backup for a step that the centre refused: an older version is there', () => {
    const standing = change([submitted], { storedAtUtc: '2026-11-23T10:00:00.000Z' });
    const backupAtUtc = '2026-11-23T18:00:00.000Z';
    expect(reached({ standing, backupAtUtc, refused: true })).not.toContain('inBackup');
  });
});
