import { expect, it } from 'vitest';
import { deviceLimitOn } from './device-limit.ts';

it('follows the row of the day, and the first row before it began', () => {
  const first = deviceLimitOn('2020-01-01');
  const rows = [
    { ...first, validTo: '2027-12-31' },
    { ...first, value: 5, validFrom: '2028-01-01' },
  ];
  expect(deviceLimitOn('2027-12-31', rows).value).toBe(first.value);
  expect(deviceLimitOn('2028-01-01', rows).value).toBe(5);
  expect(() => deviceLimitOn('2026-01-01', [])).toThrow(TypeError);
});
