import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allFields, sections, type Section } from '../../shared/dossier/fields.ts';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

const renderer = path.join(import.meta.dirname, '..');
/** Screens only: data adapters speak through the error catalogue, the PIN window has its own page. */
const folders = ['app', 'features', 'session', 'ui'];

const files = folders
  .flatMap((folder) =>
    readdirSync(path.join(renderer, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(renderer, folder, name),
    ),
  )
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));

/** Keys that the code builds from a value: `t(`issues.${issue.key}`)`. */
const built = [
  /^issues\./,
  /^checks\./,
  /^navigation\.(own|dossiers|desk|import|approvals|refused|overview|catalogues|backups)$/,
  /^catalogues\.group\./,
  /^evidence\.(inWindow|early|late)$/,
  /^desk\.(submitted|verified|returned|conflicted|mine)$/,
  /^conflict\.take_(mine|theirs|other)$/,
  /^password\.(current|next|repeated)$/,
  /^password\.fault\./,
  /^form\.(clockFrom(Required|Future)|past|notYet)$/,
];

function leaves(texts: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...leaves(value as object, `${prefix}${key}.`)],
    ),
  );
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

const vietnameseTexts = leaves(vi);
const englishTexts = leaves(en);

/** Letters on screen that did not pass through i18next. */
function literalTexts(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isJsxText(node) && /\p{L}/u.test(node.text);
    const isVietnamese =
      (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) &&
      /[ăâđêôơư\u1ea0-\u1ef9]/iu.test(node.text);
    if (isText || isVietnamese) found.push(`${path.basename(file)}: ${node.getText().trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('texts on screen', () => {
  it('exist in Vietnamese and in English, with the same values to fill in', () => {
    expect([...englishTexts.keys()]).toEqual([...vietnameseTexts.keys()]);
    for (const [key, text] of vietnameseTexts) {
      expect(text.trim(), key).not.toBe('');
      expect(placeholders(englishTexts.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('have English words for every field and section of the form', () => {
    for (const { labelEn, label, path } of allFields) {
      expect(labelEn, path).toMatch(/\p{L}/u);
      expect(label, path).toMatch(/\p{L}/u);
    }
    const own = (of: (section: Section) => string) => new Set(sections.map(of)).size;
    expect(own(({ labelEn }) => labelEn)).toBe(sections.length);
    expect(own(({ label }) => label)).toBe(sections.length);
  });

  it('all pass through i18next', () => {
    // A measure, not a word: the same in both languages.
    const allowed = ['signed-changes.tsx: · SHA-256'];
    expect(files.flatMap(literalTexts).filter((text) => !allowed.includes(text))).toEqual([]);
  });

  it('are all used somewhere', () => {
    const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const unused = [...vietnameseTexts.keys()].filter(
      (key) => !code.includes(`'${key}'`) && !built.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});
