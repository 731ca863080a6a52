// What the person sees when the server is up: its address and who may sign in, as a table.
import type { ServerReady } from './server.ts';

type Account = ServerReady['accounts'][number];

const columns: readonly (readonly [title: string, cell: (account: Account) => string])[] = [
  ['Tài khoản', (account) => account.user],
  ['Mật khẩu', (account) => account.password],
  ['Vai trò', (account) => account.role],
  ['Đơn vị', (account) => account.unit],
];

export function describeServer({ url, accounts }: ServerReady, dataDir: string): string {
  const lines = [
    '',
    `Trang quản trị (dashboard):  ${url}`,
    `Dữ liệu (data):              ${dataDir}`,
  ];
  if (accounts.length > 0) {
    lines.push('', 'Tài khoản trình diễn (demo accounts):', ...accountTable(accounts));
  }
  return [...lines, ''].join('\n');
}

export function accountTable(accounts: readonly Account[]): readonly string[] {
  const rows = [
    columns.map(([title]) => title),
    ...accounts.map((account) => columns.map(([, cell]) => cell(account).normalize('NFC'))),
  ];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const draw = (row: readonly string[]): string =>
    `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd();
  const [header = [], ...body] = rows;
  return [draw(header), draw(widths.map((width) => '─'.repeat(width))), ...body.map(draw)];
}
