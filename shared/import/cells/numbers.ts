/** Coefficients, steps and percents as lists write them: `3,00`, `3/9`, `8%`. */
import { isDateCell, type CellValue } from '../sheet/grid.ts';
import { textOf, unreadable, type CellReader, type StepReading } from './reading.ts';

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
  const steps = isDateCell(cell.value) ? stepsInDate(cell.value.date) : stepInText(textOf(cell));
  return steps.length === 0 ? unreadable(cell) : { open: { steps } };
};

function stepInText(text: string): readonly StepReading[] {
  const match = /^(?:bậc )?(\d{1,2})(?:\s*\/\s*(\d{1,2}))?$/i.exec(text);
  if (!match) return [];
  const total = match[2] === undefined ? null : Number(match[2]);
  return [{ step: Number(match[1]), total, fromDate: false }];
}

/** Day and month as a Vietnamese Excel reads `3/9`, then as an American one does. */
function stepsInDate(date: string): readonly StepReading[] {
  const [, month, day] = date.split('-').map(Number);
  if (month === undefined || day === undefined) return [];
  return [
    { step: day, total: month, fromDate: true },
    { step: month, total: day, fromDate: true },
  ].filter(({ step, total }) => step <= total);
}
