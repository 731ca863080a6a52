/**
 * Looks for texts in every file of a folder, in every form in which a program may have written them: as
 * given, without marks, decomposed; as UTF-8, UTF-16 (both orders), JSON escapes; each of them as base64
 * at its three alignments. Compressed blocks are not opened: what a database holds is to be given as texts.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { foldText } from '../../shared/vietnamese/fold.ts';

interface Needle {
  readonly bytes: Buffer;
  /** A short plain word is found by chance in sealed text: it counts only as a word of its own. */
  readonly wholeWord: boolean;
}

export interface Finding {
  readonly file: string;
  readonly text: string;
}

/** Below so many bytes a text is found in sealed bytes by chance. */
const safeBytes = 7;

const escapes = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** The base64 digits that these bytes give wherever they stand in a longer text. */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = before === 0 ? 0 : before + 1;
    const whole = Math.floor((padded.length * 4) / 3);
    const digits = padded.toString('base64').slice(from, whole);
    return digits.length > safeBytes ? [digits] : [];
  });
}

function needlesOf(text: string): readonly Needle[] {
  const spellings = new Set([text, text.normalize('NFD'), text.toLowerCase(), foldText(text)]);
  return [...spellings].flatMap((spelling) => {
    const plain = [
      Buffer.from(spelling, 'utf8'),
      Buffer.from(spelling, 'utf16le'),
      utf16be(spelling),
      Buffer.from(escapes(spelling), 'latin1'),
    ];
    const encoded = plain
      .slice(0, 3)
      .flatMap(base64Forms)
      .map((digits) => Buffer.from(digits));
    return [...plain, ...encoded].map((bytes) => ({
      bytes,
      wholeWord: bytes.length < safeBytes && /^[\x20-\x7e]*$/.test(bytes.toString('latin1')),
    }));
  });
}

const isWordByte = (byte: number | undefined): boolean =>
  byte !== undefined && /[\w+/]/.test(String.fromCharCode(byte));

function contains(haystack: Buffer, { bytes, wholeWord }: Needle): boolean {
  for (let at = haystack.indexOf(bytes); at >= 0; at = haystack.indexOf(bytes, at + 1)) {
    if (!wholeWord) return true;
    if (!isWordByte(haystack[at - 1]) && !isWordByte(haystack[at + bytes.length])) return true;
  }
  return false;
}

export function textsIn(content: Buffer, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => needlesOf(text).some((needle) => contains(content, needle)));
}

/** Every file below the folder, whatever its name; a file that went meanwhile is passed over. */
export async function scanFolder(
  folder: string,
  texts: readonly string[],
): Promise<readonly Finding[]> {
  const needles = texts.map((text) => ({ text, needles: needlesOf(text) }));
  const findings: Finding[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    for (const { text, needles: forms } of needles) {
      if (forms.some((needle) => contains(content, needle))) {
        findings.push({ file: path.relative(folder, file), text });
      }
    }
  }
  return findings;
}

/** The words of a text that are long enough to say something. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
