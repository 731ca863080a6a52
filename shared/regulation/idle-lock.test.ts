import { describe, expect, it } from 'vitest';
import { idleLockOn, idleLocks } from './idle-lock.ts';

describe('the idle lock (QCVN 12:2026/BCA, 3.6.2.1.8)', () => {
  it('is at most 15 minutes for business software', () => {
    for (const row of idleLocks) expect(row.value).toBeLessThanOrEqual(15);
  });

  it('follows the row of the day', () => {
    const [first] = idleLocks;
    if (!first) throw new Error('no rows');
    const rows = [
      { ...first, validTo: '2027-12-31' },
      { ...first, value: 5, validFrom: '2028-01-01' },
    ];
    expect(idleLockOn('2025-01-01', rows).value).toBe(15);
    expect(idleLockOn('2027-12-31', rows).value).toBe(15);
    expect(idleLockOn('2028-01-01', rows).value).toBe(5);
    expect(() => idleLockOn('2026-01-01', [])).toThrow(TypeError);
  });
});
