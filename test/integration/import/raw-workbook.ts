/**
 * A second, independent reading of an .xlsx file: the zip container by node:zlib, the sheets by their XML.
 * It shares no code with exceljs nor with shared/import, so that one mistake cannot hide in both.
 */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** Raw cells of a sheet by address (`E9`): shared strings resolved, numbers as the text in the file. */
export interface RawSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, { readonly text: string; readonly isString: boolean }>;
  readonly lastRow: number;
}

/** Entries of a zip file by its central directory (APPNOTE.TXT 4.3.12). */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const commentLength = bytes.readUInt16LE(at + 32);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const isStored = bytes.readUInt16LE(at + 10) === 0;
    entries.set(name, (isStored ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const all = (pattern: RegExp, text: string): readonly RegExpMatchArray[] => [
  ...text.matchAll(pattern),
];

const textOf = (xml: string): string =>
  unescapeXml(
    all(/<t(?: [^>]*)?>([^<]*)<\/t>/g, xml)
      .map((match) => match[1])
      .join(''),
  );

export function readRawWorkbook(file: string): readonly RawSheet[] {
  const entries = unzip(readFileSync(file));
  const strings = all(/<si>(.*?)<\/si>/gs, entries.get('xl/sharedStrings.xml') ?? '').map((match) =>
    textOf(match[1] ?? ''),
  );
  const relations = new Map(
    all(/<Relationship [^>]*>/g, entries.get('xl/_rels/workbook.xml.rels') ?? '').map(([tag]) => [
      /Id="([^"]+)"/.exec(tag)?.[1] ?? '',
      /Target="([^"]+)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  return all(/<sheet [^>]*>/g, entries.get('xl/workbook.xml') ?? '').map(([tag]) => {
    const target = relations.get(/r:id="([^"]+)"/.exec(tag)?.[1] ?? '') ?? '';
    const xml = entries.get(`xl/${target.replace(/^\/?(xl\/)?/, '')}`) ?? '';
    return { name: unescapeXml(/name="([^"]+)"/.exec(tag)?.[1] ?? ''), ...cellsOf(xml, strings) };
  });
}

function cellsOf(xml: string, strings: readonly string[]): Omit<RawSheet, 'name'> {
  const cells = new Map<string, { text: string; isString: boolean }>();
  for (const [, attributes = '', inner = ''] of all(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs, xml)) {
    const address = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
    const kind = /t="(\w+)"/.exec(attributes)?.[1];
    const raw = /<v>([^<]*)<\/v>/.exec(inner)?.[1];
    if (raw === undefined) continue;
    const isString = kind === 's';
    cells.set(address, { text: isString ? (strings[Number(raw)] ?? '') : raw, isString });
  }
  const rows = all(/<row r="(\d+)"/g, xml).map((match) => Number(match[1]));
  return { cells, lastRow: Math.max(...rows) };
}
