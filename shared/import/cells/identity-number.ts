/** The identity number in a cell: text with spaces or dots, or a number that lost its first zeros. */
import { identityNumberFacts } from '../../dossier/identity-number.ts';
import { textOf, type CellReader, type CellReading } from './reading.ts';

const field = 'identity.identityNumber';

export const readIdentityNumber: CellReader = (cell) => {
  const written = textOf(cell).replace(/^'/, '');
  const digits = written.replace(/[\s.,-]/g, '');
  if (/^\d{12}$/.test(digits)) return { content: { identity: { identityNumber: digits } } };
  const missing: CellReading = {
    remarks: [{ code: 'IDENTITY_NUMBER_NOT_12_DIGITS', field, details: { digits: found(digits) } }],
  };
  const padded = withLostZeros(digits);
  if (padded !== null) {
    if (digits.length === 11 && typeof cell.value === 'number') return paddedReading(padded);
    return { open: { paddedNumber: { number: padded, otherwise: missing } } };
  }
  return /^\d{9}$/.test(digits) ? { remarks: [{ code: 'IDENTITY_NUMBER_OLD', field }] } : missing;
};

export const paddedReading = (identityNumber: string): CellReading => ({
  content: { identity: { identityNumber } },
  remarks: [{ code: 'IDENTITY_NUMBER_PADDED', field }],
});

const found = (text: string): string =>
  /^\d+$/.test(text) ? `${text.length} chữ số` : 'ký tự không phải chữ số';

/**
 * A cell of numbers shows 087… as 87… (one zero lost) and 001… as 1… (two lost). The first is certain.
 * Ten digits, or eleven in a text, may also be a number with a digit left out: those are taken only when
 * birth year and sex of the row agree with the padded number.
 */
function withLostZeros(digits: string): string | null {
  if (!/^\d{10,11}$/.test(digits)) return null;
  const padded = digits.padStart(12, '0');
  return identityNumberFacts(padded)?.placeKnown === true ? padded : null;
}
