import { expect, it } from 'vitest';
import type { KeepingState } from '../../data/port/data-port.ts';
import { keepingNotices } from './keeping-notices.ts';

const well: KeepingState = { room: 'enough', freeBytes: null, rebuilding: false, unreadable: 0 };
const texts = (state: Partial<KeepingState>) =>
  keepingNotices({ ...well, ...state }).map(({ text }) => text);

it('says nothing while all is well, and each trouble by itself', () => {
  expect(texts({})).toEqual([]);
  expect(texts({ room: 'low', freeBytes: 1.5e8 })).toEqual(['keeping.low']);
  expect(texts({ room: 'full', rebuilding: true, unreadable: 2 })).toEqual([
    'keeping.full',
    'keeping.rebuilding',
    'keeping.unreadable',
  ]);
});

it('tells the room in whole megabytes', () => {
  const [notice] = keepingNotices({ ...well, room: 'low', freeBytes: 123_999_999 });
  expect(notice?.values.megabytes).toBe(123);
});
