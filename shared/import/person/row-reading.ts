/** Reads the cells of one row and settles what only the row as a whole can say. */
import { isPartialDate, parseTypedDate } from '../../calendar/partial-date.ts';
import type { Gender } from '../../dossier/content.ts';
import { properCaseName } from '../../vietnamese/names.ts';
import { paddedReading } from '../cells/identity-number.ts';
import type { CellReading, MeantCell, OpenQuestions } from '../cells/reading.ts';
import { readers } from '../cells/readers.ts';
import { mergeDrafts, type DraftContent } from './draft.ts';
import type { Remark } from '../findings.ts';
import { cellText, isBlank, isExcelError, type CellValue } from '../sheet/grid.ts';
import type { Column, Header } from '../sheet/header.ts';
import { identityNumberFacts } from '../../dossier/identity-number.ts';
import { labelOfField } from '../../dossier/fields.ts';
import { rankCodeByName } from './rank-name.ts';
import { tidyText } from '../../vietnamese/fold.ts';

/** A remark with the column it came from. */
export interface PlacedRemark extends Remark {
  readonly column: string | null;
}

export interface RowReading {
  readonly draft: DraftContent;
  readonly remarks: readonly PlacedRemark[];
  /** Texts that the dossier has no field for, as `label: text`. */
  readonly kept: readonly string[];
  readonly genders: readonly Gender[];
  readonly rankName: string | null;
  readonly stepTotal: number | null;
}

interface ColumnReading extends CellReading {
  readonly column: Column;
}

/** A dash or dots say that there is nothing to say. */
const isNothing = (value: CellValue): boolean =>
  isBlank(value) || (typeof value === 'string' && /^[-–—.…_/\\]+$/.test(value.trim()));

export function readRow(header: Header, cells: ReadonlyMap<number, CellValue>): RowReading {
  const seen = header.columns.flatMap((column): readonly ColumnReading[] => {
    const value = cells.get(column.index) ?? null;
    return isNothing(value) ? [] : [{ ...readCell(column, value), column }];
  });
  const open = openQuestions(seen);
  const genders = gendersOf(header, seen);
  const joined = [...seen.map((reading) => reading.content ?? {}), nameOf(open), birthOf(open)];
  const cellsDraft = joined.reduce(mergeDrafts, {});
  const remarks = seen.flatMap(({ column, remarks: own = [] }) => placed(own, column.letter));
  const rank = settleRank(open, cellsDraft, remarks);
  const ranked = mergeDrafts(cellsDraft, rank.content ?? {});
  const number = settleNumber(open, ranked, genders);
  return {
    draft: mergeDrafts(ranked, number.content ?? {}),
    remarks: [
      ...remarks,
      ...placed(rank.remarks ?? [], columnOf(header, 'rankName', 'pay.rankCode')),
      ...placed(number.remarks ?? [], columnOf(header, 'identity.identityNumber')),
      ...placed(splitBirthRemarks(open), columnOf(header, 'birthYear')),
    ],
    kept: seen.flatMap(({ kept, column }) =>
      kept === undefined ? [] : [`${column.label}: ${kept}`],
    ),
    genders,
    rankName: open.rankName ?? null,
    stepTotal: open.stepTotal ?? null,
  };
}

function readCell(column: Column, value: CellValue): CellReading {
  const text = tidyText(cellText(value));
  if (isExcelError(value)) return { remarks: [{ code: 'CELL_ERROR', details: { value: text } }] };
  if (column.meaning === null) return { kept: text };
  const cell: MeantCell = {
    meaning: column.meaning,
    letter: column.letter,
    label: column.label,
    value,
  };
  return readers[column.meaning](cell);
}

const placed = (remarks: readonly Remark[], column: string | null): readonly PlacedRemark[] =>
  remarks.map((remark) => ({ ...remark, column }));

/** The letter of the first column with a meaning. */
export const columnOf = (
  header: Header,
  ...meanings: readonly Column['meaning'][]
): string | null =>
  header.columns.find((column) => meanings.includes(column.meaning))?.letter ?? null;

const openQuestions = (seen: readonly ColumnReading[]): OpenQuestions =>
  seen.reduce<OpenQuestions>((all, { open }) => ({ ...all, ...open }), {});

/** A list with a column `Nữ` but none for men leaves the cell of men empty. */
function gendersOf(header: Header, seen: readonly ColumnReading[]): readonly Gender[] {
  const said = [...new Set(seen.flatMap(({ open }) => open?.genders ?? []))];
  if (said.length > 0) return said;
  const onlyWomenMarked =
    columnOf(header, 'femaleMark') !== null &&
    columnOf(header, 'maleMark', 'identity.gender') === null;
  return onlyWomenMarked ? ['male'] : [];
}

function nameOf({ familyName, givenName }: OpenQuestions): DraftContent {
  if (familyName === undefined && givenName === undefined) return {};
  const fullName = properCaseName(
    [familyName, givenName].filter((part) => part !== undefined).join(' '),
  );
  return { identity: { fullName } };
}

/** Day, month and year in columns of their own; a missing day or month stays missing. */
function birthOf({ birthDay, birthMonth, birthYear }: OpenQuestions): DraftContent {
  if (birthYear === undefined) return {};
  const typed = [birthMonth === undefined ? undefined : birthDay, birthMonth, birthYear]
    .filter((part) => part !== undefined)
    .join('/');
  const birthDate = parseTypedDate(typed);
  return birthDate !== null && isPartialDate(birthDate) ? { identity: { birthDate } } : {};
}

function splitBirthRemarks(open: OpenQuestions): readonly Remark[] {
  const { birthDay = '', birthMonth = '', birthYear } = open;
  if (birthYear === undefined || birthOf(open).identity !== undefined) return [];
  const value = [birthDay, birthMonth, birthYear].filter((part) => part !== '').join('/');
  return [{ code: 'BIRTH_DATE_IMPOSSIBLE', field: 'identity.birthDate', details: { value } }];
}

/** A list may name the rank and leave out its code. */
function settleRank(
  { rankName }: OpenQuestions,
  draft: DraftContent,
  remarks: readonly Remark[],
): CellReading {
  const field = 'pay.rankCode';
  const settled =
    draft.pay?.rankCode !== undefined || remarks.some(({ code }) => code === 'RANK_UNKNOWN');
  if (rankName === undefined || settled) return {};
  const rankCode = rankCodeByName(rankName);
  if (rankCode !== undefined) return { content: { pay: { rankCode } } };
  const details = { value: rankName, label: labelOfField(field) };
  return { remarks: [{ code: 'VALUE_NOT_IN_CATALOGUE', field, details }] };
}

/** Takes a number with zeros put back only if it says the row's sex and birth year. */
function settleNumber(
  { paddedNumber }: OpenQuestions,
  draft: DraftContent,
  genders: readonly Gender[],
): CellReading {
  if (!paddedNumber) return {};
  const facts = identityNumberFacts(paddedNumber.number);
  const agrees =
    facts !== null &&
    draft.identity?.birthDate?.startsWith(String(facts.birthYear)) === true &&
    genders.every((gender) => gender === facts.gender);
  return agrees ? paddedReading(paddedNumber.number) : paddedNumber.otherwise;
}
