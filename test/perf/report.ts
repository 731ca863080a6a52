/** The table on the screen and the report on the disk. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Row } from './measure/row.ts';

const columns = ['name', 'ours', 'against', 'ratio', 'budget'] as const;

export const machine = () => ({
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
  load: loadavg().map((load) => Number(load.toFixed(1))),
});

const verdict = ({ met }: Row): string => (met === null ? '–' : met ? 'yes' : 'NO');

export function table(rows: readonly Row[]): string {
  const lines = [
    [...columns, 'met?'],
    ...rows.map((row) => [...columns.map((name) => row[name]), verdict(row)]),
  ];
  const widths = [...columns, 'met?'].map((_, at) =>
    Math.max(...lines.map((line) => (line[at] ?? '').length)),
  );
  const shown = lines.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [shown[0], widths.map((width) => '─'.repeat(width)).join('  '), ...shown.slice(1)].join(
    '\n',
  );
}

export interface Report {
  readonly quick: boolean;
  readonly startedAtUtc: string;
  readonly seconds: number;
  readonly machine: ReturnType<typeof machine>;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  readonly failures: readonly { readonly name: string; readonly reason: string }[];
}

export async function writeReport(file: string, report: Report): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}
