import { expect, it } from 'vitest';
import { diskRoomOn, diskRooms, roomLevel } from './disk-room.ts';

const row = diskRoomOn('2026-11-27');

it.each([
  [1_000_000_000, 'enough'],
  [200_000_000, 'enough'],
  [199_999_999, 'low'],
  [50_000_000, 'low'],
  [49_999_999, 'full'],
  [0, 'full'],
] as const)('%d bytes free are %s', (freeBytes, level) => {
  expect(roomLevel(row, freeBytes)).toBe(level);
});

it('the row of a day before the first holds already; without rows nothing is guessed', () => {
  expect(diskRoomOn('2020-01-01')).toBe(diskRooms[0]);
  expect(() => diskRoomOn('2026-11-27', [])).toThrow('no rows');
});
