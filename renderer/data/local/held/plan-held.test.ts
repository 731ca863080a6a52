import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../../shared/approval/approval.ts';
import type { Change } from '../../../../shared/change/change.ts';
import {
  step,
  steppedChange as change,
  steppedChangeId as id,
} from '../../../../test/helpers/stepped-change.ts';
import type { HeldVersion } from './held-versions.ts';
import { planHeld, type HeldFacts } from './plan-held.ts';

const submitted = step('submitted', 'thu', 0);
const returned = step('returned', 'hoa', 5, 'thiếu năm');
const again = step('submitted', 'thu', 9);
const verified = step('verified', 'hoa', 10);
const second = { patch: { note: { text: 'hai' } } };

const version = (
  document: Change | Approval,
  offeredAfter: number | null = null,
  name = 'a',
): HeldVersion => ({ id: name, document, offeredAfter });

function plan(versions: readonly HeldVersion[], more: Partial<HeldFacts> = {}) {
  const masters = more.masters ?? new Map<string, Change>();
  return planHeld({
    account: 'thu',
    versions,
    masters,
    present: new Set(masters.keys()),
    isBusy: () => false,
    refused: () => [],
    dossierVersion: () => 1,
    isInBackup: () => false,
    ...more,
  });
}
const has = (master: Change) => ({ masters: new Map([[id, master]]) });
const nothing = { release: [], offers: [], tell: [] };

describe('held versions of a change', () => {
  it('are offered once for each state of the centre, and not while a step is under way', () => {
    const held = change([submitted]);
    expect(plan([version(held)]).offers).toEqual([{ id: 'a', document: held, after: 0 }]);
    expect(plan([version(held, 0)])).toEqual(nothing);
    expect(plan([version(held)], { isBusy: () => true })).toEqual(nothing);
    const longer = change([submitted, returned, again], second);
    const moved = has(change([submitted, returned]));
    expect(plan([version(longer, 1)], moved).offers).toMatchObject([{ after: 2 }]);
  });

  it('are offered though an earlier step of the same change was refused', () => {
    const refused = change([submitted, step('withdrawn', 'thu', 3)]);
    expect(plan([version(change([submitted]))], { refused: () => [refused] }).offers).toHaveLength(
      1,
    );
  });

  it('go once the centre has them, and once the refused list has them whole', () => {
    const held = change([submitted, verified]);
    expect(plan([version(held)], has(held)).release).toEqual(['a']);
    expect(plan([version(held)], { refused: () => [held] }).release).toEqual(['a']);
  });

  it('stay when the centre has something that is not understood here', () => {
    expect(plan([version(change([submitted]))], { present: new Set([id]) })).toEqual(nothing);
  });

  it('go to the person when the centre went another way, and silently when nothing of ours is in them', () => {
    const held = change([submitted, returned, again], second);
    const master = change([submitted, step('withdrawn', 'thu', 6)]);
    expect(plan([version(held)], has(master)).tell).toEqual([{ id: 'a', document: held }]);
    expect(plan([version(held)], { ...has(master), account: 'ban' }).release).toEqual(['a']);
  });

  it('offer the earlier content first, and only without it tell that it is not known', () => {
    const earlier = version(change([submitted, returned]), null, 'earlier');
    const later = version(change([submitted, returned, again], second), null, 'later');
    expect(plan([later, earlier])).toEqual({
      ...nothing,
      offers: [{ id: 'earlier', document: change([submitted]), after: 0 }],
    });
    expect(plan([later]).tell).toMatchObject([{ id: 'later' }]);
  });

  it('keep a content that was replaced until a backup has it', () => {
    const earlier = version(change([submitted, returned]));
    const master = has(change([submitted, returned, again], second));
    expect(plan([earlier], master)).toEqual(nothing);
    expect(plan([earlier], { ...master, isInBackup: () => true }).release).toEqual(['a']);
  });

  it('wait until the dossier is there again on which they were made', () => {
    const amend = change([submitted], { kind: 'amend', baseVersion: 2 });
    expect(plan([version(amend)])).toEqual(nothing);
    expect(plan([version(amend)], { dossierVersion: () => 2 }).offers).toHaveLength(1);
  });
});

describe('a held approval', () => {
  const approval: Approval = {
    _id: 'approval:2026-11:01M81EN63WVDHXP3V9DESRDYSF',
    type: 'approval',
    schema: 1,
    unit: 'H20.81',
    period: '2026-11',
    manifest: {
      form: 'hoso-approval-1',
      id: 'approval:2026-11:01M81EN63WVDHXP3V9DESRDYSF',
      unit: 'H20.81',
      period: '2026-11',
      signer: { account: 'hoa', name: 'hoa' },
      changes: [{ id, sha256: '0'.repeat(64) }],
      createdAtUtc: '2026-11-22T09:00:00.000Z',
    },
    signature: 'AA==',
  };
  const held = version(approval, null, 'approval');
  const itsChange = version(change([submitted, verified]), null, 'change');
  const head = { account: 'hoa' };

  it('is offered when its changes are verified at the centre again, by its signer alone', () => {
    const waits = plan([held, itsChange], { ...head, ...has(change([submitted])) });
    expect(waits.offers.map((one) => one.id)).toEqual(['change']);
    const ready = has(change([submitted, verified]));
    expect(plan([held, itsChange], { ...head, ...ready }).offers).toMatchObject([
      { id: 'approval', document: approval },
    ]);
    expect(plan([held, itsChange], ready).offers).toEqual([]);
  });

  it('is offered at once when nothing held could bring its changes back: the centre says why not', () => {
    expect(plan([held], head).offers).toHaveLength(1);
  });

  it('goes once the centre has it, or the person was told', () => {
    expect(plan([held], { ...head, present: new Set([approval._id]) }).release).toEqual([
      'approval',
    ]);
    const refused = { ...head, refused: () => [approval] };
    expect(plan([{ ...held, offeredAfter: 0 }], refused).release).toEqual(['approval']);
  });
});
