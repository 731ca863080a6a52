/** The table of `docs/reliability.md`: made from the records of a run, and read back to be compared. */
import { faultAreas, keyOf, type FaultRecord } from './fault-record.ts';

const begin = '<!-- begin: made by `npm run faults` -->';
const end = '<!-- end -->';
const titles = [
  'struck',
  'fault',
  'how it was caused',
  'times',
  'kept before',
  'lost',
  'what comes of it',
];

/** A cell may not end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();

const cellsOf = (row: FaultRecord): readonly string[] => [
  row.area,
  cell(row.fault),
  cell(row.where),
  String(row.runs),
  String(row.acknowledged),
  String(row.lost),
  cell(row.outcome),
];

type Cells = readonly string[];

const areaOrder = (cells: Cells): number => faultAreas.findIndex((area) => area === cells[0]);
const inOrder = (a: Cells, b: Cells): number =>
  areaOrder(a) - areaOrder(b) || (a[1] ?? '').localeCompare(b[1] ?? '', 'en');

function partsOf(page: string): readonly [string, string, string] {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no "${begin}" … "${end}"`);
  const inside = from + begin.length;
  return [page.slice(0, inside), page.slice(inside, to), page.slice(to)];
}

const cellsOnPage = (page: string): readonly Cells[] =>
  partsOf(page)[1]
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((text) => text.trim()),
    );

/** The page with these rows; the text around the table stays, and with `keep` the other rows, too. */
export function withTable(page: string, rows: readonly FaultRecord[], keep = false): string {
  const [before, , after] = partsOf(page);
  const made = rows.map(cellsOf);
  const isMade = (other: Cells) =>
    made.some(([area, fault]) => area === other[0] && fault === other[1]);
  const others = keep ? cellsOnPage(page).filter((cells) => !isMade(cells)) : [];
  const lines = [titles, titles.map(() => '---'), ...[...made, ...others].sort(inOrder)];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${before}\n\n${table}\n\n${after}`;
}

/** The words of a row; its counts differ from run to run. */
const wordsOf = (cells: Cells): string => cells.filter((_, at) => at < 3 || at === 6).join(' | ');

/** What the page says and the run did not show, and the other way round; empty when they agree. */
export function differences(page: string, rows: readonly FaultRecord[]): readonly string[] {
  const told = cellsOnPage(page).map(wordsOf);
  const shown = rows.map((row) => wordsOf(cellsOf(row)));
  return [
    ...told.filter((row) => !shown.includes(row)).map((row) => `not shown by this run: ${row}`),
    ...shown.filter((row) => !told.includes(row)).map((row) => `not on the page: ${row}`),
    ...rows.filter(({ lost }) => lost > 0).map((row) => `lost work: ${keyOf(row)}`),
  ];
}
