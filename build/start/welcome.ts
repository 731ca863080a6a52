// What the person sees when the server is up: its address, who may sign in, and the tokens to sign with.
import { roles } from '../../shared/account/roles.ts';
import type { DemoPki } from '../demo-pki/pki.ts';
import type { ServerReady } from './server.ts';

export function describeServer(
  { url, accounts }: ServerReady,
  tokens: DemoPki['tokens'],
  dataDir: string,
): string {
  const lines = [
    '',
    `Trang quản trị (dashboard):  ${url}`,
    `Dữ liệu (data):              ${dataDir}`,
  ];
  if (accounts.length > 0) {
    lines.push('', 'Tài khoản trình diễn (demo accounts):');
    lines.push(
      ...drawTable(
        ['Tài khoản', 'Mật khẩu', 'Vai trò', 'Đơn vị'],
        accounts.map(({ user, password, role, unit }) => [user, password, roles[role], unit]),
      ),
    );
  }
  lines.push('', 'Thiết bị ký số trình diễn (demo tokens):');
  lines.push(
    ...drawTable(
      ['Thiết bị', 'Mã PIN'],
      tokens.map(({ label, pin }) => [label, pin]),
    ),
  );
  return [...lines, ''].join('\n');
}

/** Columns as wide as their widest cell. Vietnamese letters are one column each only when composed (NFC). */
export function drawTable(
  titles: readonly string[],
  cells: readonly (readonly string[])[],
): readonly string[] {
  const rows = cells.map((row) => row.map((cell) => cell.normalize('NFC')));
  const widths = titles.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const draw = (row: readonly string[]): string =>
    `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd();
  return [draw(titles), draw(widths.map((width) => '─'.repeat(width))), ...rows.map(draw)];
}
