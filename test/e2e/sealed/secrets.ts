/** What must not be found on the disk: everything that the dossiers of the demonstration say. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../../build/setup/paths.mjs';
import { isJsonObject, type JsonValue } from '../../../shared/canonical/json.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import { demoAccounts } from '../../../sync-server/cli/demo/province.ts';
import { demoPeople } from '../../../sync-server/cli/demo/people.ts';
import { textsIn, wordsOf } from '../../helpers/disk-scan.ts';

function textsOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isJsonObject(value) ? Object.values(value).flatMap(textsOf) : [];
}

/** Names and the person's own words; codes of catalogues (`dai-hoc`) stand in the program itself. */
const saying = (text: string) => /\p{Lu}|\d{6}/u.test(text);

/** The program's own words (labels, catalogues) lie on the disk as compiled code: they betray nobody. */
async function ownWords(): Promise<Buffer> {
  const folder = path.join(root, 'out');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const code = files.filter((file) => file.isFile() && /\.(c?js|html|css)$/.test(file.name));
  const texts = await Promise.all(
    code.map((file) => readFile(path.join(file.parentPath, file.name), 'utf8')),
  );
  return Buffer.from(texts.map((text) => `${text}\n${foldText(text)}`).join('\n'));
}

/** Phrases and single words, without those which the program itself holds. */
export async function secretsOf(entered: readonly string[]): Promise<readonly string[]> {
  const dossiers = demoPeople.flatMap((content) => textsOf(content as unknown as JsonValue));
  const people = demoAccounts.map(({ name }) => name);
  const phrases = [...new Set([...dossiers, ...people, ...entered])].filter(saying);
  const all = [...new Set(phrases.flatMap((phrase) => [phrase, ...wordsOf(phrase)]))];
  const own = new Set(textsIn(await ownWords(), all));
  return all.filter((text) => !own.has(text) && foldText(text).length >= 4);
}
