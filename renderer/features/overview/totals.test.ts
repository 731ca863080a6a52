import { describe, expect, it } from 'vitest';
import type { UnitSummary } from '../../../shared/contract/http.ts';
import { isSilent, totalsOf } from './totals.ts';

const now = Date.parse('2026-11-22T03:00:00.000Z');
const row = (over: Partial<UnitSummary>): UnitSummary => ({
  unit: {
    _id: 'unit:H20.81',
    type: 'unit',
    code: 'H20.81',
    name: 'Xã Mẫu',
    kind: 'commune',
    parent: 'H20',
    validFrom: '2025-07-01',
  },
  dossiers: 0,
  changes: {},
  lastReceivedAtUtc: null,
  lastApprovedAtUtc: null,
  lastContactAtUtc: null,
  ...over,
});

describe('figures of the units in view', () => {
  it('adds up dossiers and what waits; withdrawn and approved changes do not wait', () => {
    const totals = totalsOf(
      [
        row({ dossiers: 38, changes: { submitted: 2, approved: 9, withdrawn: 1 } }),
        row({ dossiers: 12, changes: { verified: 3, returned: 1, conflicted: 2 } }),
      ],
      now,
    );
    expect(totals).toMatchObject({ units: 2, dossiers: 50, waiting: 6, conflicted: 2 });
  });

  it('calls a unit silent after three days without contact, and when it never spoke but has dossiers', () => {
    expect(isSilent(row({ lastContactAtUtc: '2026-11-20T03:00:00.000Z' }), now)).toBe(false);
    expect(isSilent(row({ lastContactAtUtc: '2026-11-18T03:00:00.000Z' }), now)).toBe(true);
    expect(isSilent(row({ dossiers: 3 }), now)).toBe(true);
    expect(isSilent(row({ dossiers: 0 }), now)).toBe(false);
  });
});
