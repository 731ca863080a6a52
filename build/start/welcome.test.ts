import { expect, test } from 'vitest';
import { describeServer, drawTable } from './welcome.ts';

test('columns are as wide as their widest cell, Vietnamese letters counted as one', () => {
  const decomposed = 'Lê'.normalize('NFD');
  expect(
    drawTable(
      ['Tên', 'Mã'],
      [
        [decomposed, '1'],
        ['Nguyễn', '22'],
      ],
    ),
  ).toEqual(['  Tên     Mã', '  ──────  ──', '  Lê      1', '  Nguyễn  22']);
});

test('tells the address, the accounts and the tokens of the demonstration', () => {
  const text = describeServer(
    {
      ready: true,
      url: 'http://127.0.0.1:5985',
      accounts: [{ user: 'vanthu', password: 'Mat-khau-1', role: 'clerk', unit: 'Trường A' }],
    },
    [],
    '/data',
  );
  expect(text).toContain('http://127.0.0.1:5985');
  expect(text).toMatch(/vanthu +Mat-khau-1 +Cán bộ hồ sơ +Trường A/);
});
