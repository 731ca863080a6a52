/** Ranks: a code (`V.07.03.29`, `01.003`), a code stored as a number, or the rank's name. */
import { findCode } from '../../catalogue/index.ts';
import { textOf, type CellReader } from './reading.ts';

const field = 'pay.rankCode';

/** Looks like a code, so that a wrong one is told from a name. */
const codeLike = /^(v\.?)?\d{2}[\d.]*$/i;

/** 1.003 in a cell of numbers is 01.003. */
const codeText = (value: unknown, text: string): string =>
  typeof value === 'number' && value < 100 ? value.toFixed(3).padStart(6, '0') : text;

export const readRankCode: CellReader = (cell) => {
  const text = codeText(cell.value, textOf(cell));
  const compact = text.replace(/\s/g, '').replace(/\.$/, '');
  const rankCode = findCode('rank', compact) ?? findCode('rank', firstWord(text));
  if (rankCode !== undefined) return { content: { pay: { rankCode } } };
  if (codeLike.test(compact)) {
    return { remarks: [{ code: 'RANK_UNKNOWN', field, details: { value: text } }] };
  }
  return { open: { rankName: textOf(cell) } };
};

/** `V.07.03.29 - Giáo viên tiểu học hạng III`. */
const firstWord = (text: string): string => text.split(/[\s–-]/)[0] ?? '';

export const readRankName: CellReader = (cell) => {
  const text = textOf(cell);
  return codeLike.test(text.replace(/\s/g, '')) ? readRankCode(cell) : { open: { rankName: text } };
};
