import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SyncState } from '../../data/port/data-port.ts';
import { vi as vietnamese } from '../../i18n/vi/index.ts';
import { formatClockError, syncWords } from './sync-words.ts';

const resting: SyncState = {
  phase: 'live',
  waiting: 0,
  refused: 0,
  lacking: 0,
  lastContactUtc: '2026-11-22T02:41:00.000Z',
  received: 0,
  progress: null,
  clockErrorMs: 0,
  problem: null,
};
const words = (over: Partial<SyncState>, place: 'local' | 'remote' = 'local') =>
  syncWords(i18next.t, { ...resting, ...over }, place).text;

beforeAll(async () => {
  await i18next.init({ lng: 'vi', resources: { vi: { translation: vietnamese } } });
});

describe('the sync state in words', () => {
  it('says when the centre last agreed, in the time of Vietnam', () => {
    expect(words({})).toBe('Đã đồng bộ lúc 09:41');
  });

  it('says what waits and where it lies while there is no line', () => {
    expect(words({ phase: 'offline', waiting: 3 })).toBe(
      'Mất kết nối – 3 thay đổi chờ gửi trên máy này',
    );
  });

  it('never claims to be synchronised while something waits', () => {
    for (const phase of ['live', 'pushing'] as const) {
      expect(words({ phase, waiting: 3 })).toBe('Đang gửi 3 thay đổi');
    }
  });

  it('asks to sign in again without hiding what waits', () => {
    expect(words({ phase: 'signInNeeded', waiting: 2 })).toContain('2 thay đổi chờ gửi');
  });

  it.each([
    [{ phase: 'portal' }, 'Mạng này đòi đăng nhập'],
    [{ phase: 'portal', waiting: 2 }, 'Mạng này đòi đăng nhập – 2 thay đổi chờ gửi'],
    [{ phase: 'centreTrouble' }, 'Máy chủ tỉnh đang gặp sự cố'],
    [{ phase: 'centreTrouble', waiting: 2 }, 'Máy chủ tỉnh gặp sự cố – 2 thay đổi chờ gửi'],
    [{ phase: 'paused', waiting: 2 }, 'Đã tạm dừng – 2 thay đổi chờ gửi'],
    [
      { phase: 'pulling', received: 1300, progress: { done: 1250, of: 5003 } },
      'Đang nhận hồ sơ: 1.250 / 5.003',
    ],
  ] as const)('tells %j apart from a missing line', (over, text) => {
    expect(words(over)).toBe(text);
  });

  it.each([
    [3 * 60_000, '3 phút'],
    [-5 * 3_600_000, '5 giờ'],
    [3 * 365 * 86_400_000, '1095 ngày'],
  ])('says by how much a clock is wrong (%s ms)', (errorMs, text) => {
    expect(formatClockError(i18next.t, errorMs)).toBe(text);
  });

  it('says "online" in a browser, where nothing is kept', () => {
    expect(words({}, 'remote')).toBe('Trực tuyến · cập nhật lúc 09:41');
  });
});
