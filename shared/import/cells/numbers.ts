/** Coefficients, steps and percents as lists write them: `3,00`, `3/9`, `8%`. */
import { isDateCell, type CellValue } from '../sheet/grid.ts';
import { textOf, unreadable, type CellReader, type CellReading } from './reading.ts';

/** A number written with comma or dot. Null when the text is something else. */
function decimalIn(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const text = value.replace(/\s/g, '');
  return /^\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** To hundredths when only arithmetic dust is lost; otherwise as it is, for the schema to refuse. */
function toHundredths(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Math.abs(rounded - value) < 1e-6 ? rounded : value;
}

export const readCoefficient: CellReader = (cell) => {
  const coefficient = decimalIn(cell.value);
  if (coefficient === null) return unreadable(cell);
  return { content: { pay: { coefficient: toHundredths(coefficient) } } };
};

/** `8%`, `8`, `VK 8%`, or 0,08 in a cell formatted as percent. */
export const readPercent: CellReader = (cell) => {
  const text = textOf(cell)
    .replace(/^vk\s*/i, '')
    .replace(/\s*%$/, '');
  const number = decimalIn(typeof cell.value === 'number' ? cell.value : text);
  if (number === null) return unreadable(cell);
  const percent = typeof cell.value === 'number' && number < 1 ? number * 100 : number;
  return { content: { pay: { beyondScalePercent: toHundredths(percent) } } };
};

/** `3`, `3/9`, `Bậc 3`; a date cell is a `3/9` that Excel took for a date. */
export const readStep: CellReader = (cell) => {
  if (isDateCell(cell.value)) return stepInDate(cell.value.date) ?? unreadable(cell);
  const match = /^(?:bậc )?(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/i.exec(textOf(cell));
  if (!match) return unreadable(cell);
  const content = { pay: { step: Number(match[1]) } };
  return match[2] === undefined ? { content } : { content, open: { stepTotal: Number(match[2]) } };
};

/** A Vietnamese Excel makes 3 September of `3/9`, an American one 9 March: the step is the smaller number. */
function stepInDate(date: string): CellReading | null {
  const [, month, day] = date.split('-').map(Number);
  if (month === undefined || day === undefined) return null;
  const step = Math.min(month, day);
  const total = Math.max(month, day);
  return {
    content: { pay: { step } },
    open: { stepTotal: total },
    remarks: [{ code: 'STEP_READ_FROM_DATE', field: 'pay.step', details: { step, total } }],
  };
}
