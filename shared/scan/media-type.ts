/** What a file is, told by its first bytes; its name is only compared with that, never believed. */
import { done, failed, type Result } from '../errors/index.ts';
import { inMegabytes, type ScanLimitRow } from '../regulation/scan-limit.ts';

/** The kinds of scans, by media type: first bytes, endings of names, and the word people know. */
export const scanTypes = {
  'application/pdf': { magic: [0x25, 0x50, 0x44, 0x46, 0x2d], endings: ['pdf'], word: 'PDF' },
  'image/jpeg': { magic: [0xff, 0xd8, 0xff], endings: ['jpg', 'jpeg', 'jpe'], word: 'JPEG' },
  'image/png': {
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    endings: ['png'],
    word: 'PNG',
  },
} as const satisfies Readonly<Record<string, ScanTypeFacts>>;

interface ScanTypeFacts {
  readonly magic: readonly number[];
  readonly endings: readonly string[];
  readonly word: string;
}

export type ScanType = keyof typeof scanTypes;
export const scanTypeNames = Object.keys(scanTypes) as [ScanType, ...ScanType[]];

/** So many first bytes are enough to know. */
export const magicLength = 8;

/** The kind of the content; null when it is none that we take. */
export function scanTypeOf(head: Uint8Array): ScanType | null {
  const fits = (type: ScanType) => scanTypes[type].magic.every((byte, at) => head[at] === byte);
  return scanTypeNames.find(fits) ?? null;
}

/** The ending of a name in lower case; empty when it has none. */
export const endingOf = (name: string): string =>
  /\.([^.\s/\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

const hasEnding = (type: ScanType, ending: string): boolean =>
  scanTypes[type].endings.some((each) => each === ending);

/** May this file become a scan? Its kind, or why not. */
export function checkScan(
  file: { readonly name: string; readonly bytes: Uint8Array },
  limits: ScanLimitRow['value'],
): Result<ScanType> {
  const { length } = file.bytes;
  if (length === 0) return failed('SCAN_EMPTY');
  if (length > limits.mostBytes)
    return failed('SCAN_TOO_LARGE', { mostMegabytes: inMegabytes(limits.mostBytes) });
  const type = scanTypeOf(file.bytes.subarray(0, magicLength));
  if (type === null) return failed('SCAN_TYPE_UNKNOWN');
  const ending = endingOf(file.name);
  // Pasted pictures and some scanners give no ending at all.
  if (ending !== '' && !hasEnding(type, ending))
    return failed('SCAN_TYPE_MISMATCH', { said: `.${ending}`, found: scanTypes[type].word });
  return done(type);
}
