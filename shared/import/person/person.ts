/** One person of a list: content that the dossier's schema holds, or a draft with the errors that refuse it. */
import type { CivilDate } from '../../calendar/partial-date.ts';
import { dossierContentSchema, type DossierContent } from '../../dossier/content.ts';
import type { JsonObject } from '../../canonical/json.ts';
import { checkContent } from '../../checks/index.ts';
import { identityRemarks } from './identity-checks.ts';
import { mergeDrafts, withoutEmptySections, type DraftContent } from './draft.ts';
import { findingAt, isError, type Finding, type Remark } from '../findings.ts';
import { isBlank, type CellValue } from '../sheet/grid.ts';
import type { Column, Header } from '../sheet/header.ts';
import { identityNumberFacts } from '../../dossier/identity-number.ts';
import { labelOfField } from '../../dossier/fields.ts';
import { fieldOfMeaning } from '../sheet/meanings.ts';
import { payRemarks } from './pay-checks.ts';
import { readRow, type RowReading } from './row-reading.ts';

interface PersonBase {
  readonly sheet: string;
  /** Row number as Excel shows it, from 1. */
  readonly row: number;
  readonly findings: readonly Finding[];
}

export interface AcceptedPerson extends PersonBase {
  readonly accepted: true;
  readonly content: DossierContent;
}

export interface RefusedPerson extends PersonBase {
  readonly accepted: false;
  readonly content: DraftContent;
}

export type ReadPerson = AcceptedPerson | RefusedPerson;

const longestNote = 2000;

type Cells = ReadonlyMap<number, CellValue>;

/** A person's row of a sheet; `index` counts from 0. */
export interface PersonRow {
  readonly sheet: string;
  readonly header: Header;
  readonly index: number;
  readonly cells: Cells;
}

/** Reads a person's row. Without `today`, birth dates are not held against it. */
export function readPerson(
  { sheet, header, index, cells }: PersonRow,
  today: CivilDate | null,
): ReadPerson {
  const row = readRow(header, cells);
  const said = mergeDrafts(row.draft, genderOf(row));
  const checked = [
    ...identityRemarks(row),
    ...payRemarks(row),
    ...contentRemarks(row, said, today),
  ];
  const remarks = [
    ...row.remarks,
    ...checked.map((remark) => ({ ...remark, column: columnFor(header, cells, remark) })),
  ];
  const note = noteOf(row, header, remarks);
  const draft = withoutEmptySections(
    mergeDrafts(said, note === '' ? {} : { note: { text: note } }),
  );
  const place = { sheet, row: index + 1 };
  const findings = remarks.map((remark) => findingAt({ ...place, column: remark.column }, remark));
  return settlePerson({ ...place, findings }, draft, (remark) =>
    findingAt({ ...place, column: columnFor(header, cells, remark) }, remark),
  );
}

/** What any dossier is held against. A field that the reading already calls wrong gets no second error. */
function contentRemarks(
  row: RowReading,
  said: DraftContent,
  today: CivilDate | null,
): readonly Remark[] {
  const wrong = new Set(row.remarks.map(({ field }) => field));
  // A draft is JSON: what was not read is absent.
  return checkContent(said as JsonObject, today).filter(({ field }) => !wrong.has(field));
}

function settlePerson(
  base: PersonBase,
  draft: DraftContent,
  find: (remark: Remark) => Finding,
): ReadPerson {
  if (base.findings.some(isError)) return { ...base, accepted: false, content: draft };
  const parsed = dossierContentSchema.safeParse(draft);
  if (parsed.success) return { ...base, accepted: true, content: parsed.data };
  const invalid = parsed.error.issues.map((issue) => find(schemaRemark(issue)));
  return { ...base, findings: [...base.findings, ...invalid], accepted: false, content: draft };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function schemaRemark(issue: Issue): Remark {
  const field = issue.path.map(String).join('.');
  if (field === 'note.text')
    return { code: 'NOTE_TOO_LONG', field, details: { limit: longestNote } };
  return {
    code: 'VALUE_INVALID',
    field,
    details: { reason: `${labelOfField(field)} (${issue.message})` },
  };
}

/** The sex that the row says; where it says none, the one in the identity number. */
function genderOf(row: RowReading): DraftContent {
  const gender =
    row.genders.length === 0
      ? identityNumberFacts(row.draft.identity?.identityNumber ?? '')?.gender
      : row.genders[0];
  return gender === undefined || row.genders.length > 1 ? {} : { identity: { gender } };
}

/** The list's own note, then each text that has no field, so that nothing is lost. */
function noteOf(row: RowReading, header: Header, remarks: readonly Remark[]): string {
  const nameKept = remarks.some(
    ({ code, field }) =>
      code === 'RANK_NAME_DIFFERS' ||
      (code === 'VALUE_NOT_IN_CATALOGUE' && field === 'pay.rankCode'),
  );
  const label = header.columns.find(({ meaning }) => meaning === 'rankName')?.label ?? 'Ngạch';
  const rankName = nameKept && row.rankName !== null ? [`${label}: ${row.rankName}`] : [];
  return [row.draft.note?.text ?? '', ...row.kept, ...rankName]
    .filter((line) => line !== '')
    .join('\n');
}

/** The column that a remark about a field points at: a filled one before an empty one. */
function columnFor(header: Header, cells: Cells, remark: Remark): string | null {
  const { field } = remark;
  const fills = (column: Column): boolean =>
    column.meaning !== null && fieldOfMeaning(column.meaning) === field;
  const saysGender = (column: Column): boolean =>
    field === 'identity.gender' &&
    (column.meaning === 'maleBirthDate' || column.meaning === 'femaleBirthDate');
  const candidates = header.columns.filter((column) => fills(column) || saysGender(column));
  const filled = candidates.find((column) => !isBlank(cells.get(column.index)));
  return (filled ?? candidates[0])?.letter ?? null;
}
