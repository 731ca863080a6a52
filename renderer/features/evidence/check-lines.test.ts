import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { vi as vietnamese } from '../../i18n/vi/index.ts';
import { checkLines } from './check-lines.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'vi', resources: { vi: { translation: vietnamese } } });
});

describe('the checks of an approval in words', () => {
  it('gathers the digests of all changes into one line', () => {
    const lines = checkLines(i18next.t, [
      { name: 'signature', ok: true },
      { name: 'digest change:A', ok: true },
      { name: 'digest change:B', ok: true },
    ]);
    expect(lines.map((line) => line.text)).toEqual([
      'Chữ ký khớp với khóa công khai',
      'Mã băm SHA-256 khớp: 2/2 thay đổi',
    ]);
  });

  it('names each change whose digest is broken', () => {
    const lines = checkLines(i18next.t, [
      { name: 'digest change:A', ok: false, reason: 'content-differs' },
      { name: 'digest change:B', ok: true },
    ]);
    expect(lines.map(({ text, ok }) => [text, ok])).toEqual([
      ['Mã băm SHA-256 khớp: 1/2 thay đổi', false],
      ['Mã băm của thay đổi change:A', false],
    ]);
  });

  it('hides no check that it has no words for', () => {
    expect(checkLines(i18next.t, [{ name: 'novelCheck', ok: false }])).toMatchObject([
      { text: 'novelCheck', ok: false },
    ]);
  });
});
