/**
 * What a pushed document must look like before anyone reads it: of a type that is pushed, bounded in size,
 * parts and depth, text that UTF-8 can carry (a lone surrogate would be hashed as another character), then one
 * of the schemas. Invariant: the cost of refusing a row is bounded by its limits, never by what was sent.
 */
import type { z } from 'zod';
import { approvalSchema, type Approval } from '../../shared/approval/approval.ts';
import { changeSchema, type Change } from '../../shared/change/change.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';

/**
 * Operational limits, not numbers of law: far above what a form can fill. `Parts` counts every value and
 * `Characters` the text in them, keys included: about the length of the row as JSON.
 */
export const rowLimits = {
  depth: 12,
  changeCharacters: 128 * 1024,
  changeParts: 5_000,
  /** As JSON: several times what all fields of a dossier hold together. */
  patchCharacters: 32 * 1024,
  approvalCharacters: 2 * 1024 * 1024,
  approvalParts: 50_000,
  historySteps: 200,
  evidence: 100,
} as const;

export type ParsedRow =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'approval'; readonly approval: Approval };

type RawRow = Readonly<Record<string, unknown>>;

const tooLarge = 'quá lớn';
const invalid = (path: string, reason: string): Result<never> =>
  failed('INVALID_INPUT', { path, reason });

/** The path and reason of the first fault; values are left out, they may be personal. */
export function invalidInput(error: z.ZodError): Result<never> {
  const issue = error.issues[0];
  return invalid(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'không hợp lệ');
}

export function rowId(doc: RawRow): string {
  return typeof doc._id === 'string' ? doc._id.slice(0, 100) : '';
}

export function parseRow(doc: RawRow): Result<ParsedRow> {
  if (doc.type === 'change') return parseChange(doc);
  if (doc.type === 'approval') return parseApproval(doc);
  return invalid('type', 'loại dữ liệu này không được gửi lên');
}

function parseChange(doc: RawRow): Result<ParsedRow> {
  const fault = shapeFault(doc, rowLimits.changeParts, rowLimits.changeCharacters);
  if (fault) return invalid('', fault);
  const parsed = changeSchema.safeParse(doc);
  if (!parsed.success) return invalidInput(parsed.error);
  const change = parsed.data;
  if (JSON.stringify(change.patch).length > rowLimits.patchCharacters)
    return invalid('patch', tooLarge);
  if (change.history.length > rowLimits.historySteps) return invalid('history', 'quá dài');
  if (change.evidence.length > rowLimits.evidence) return invalid('evidence', 'quá nhiều tệp');
  return done({ type: 'change', change });
}

function parseApproval(doc: RawRow): Result<ParsedRow> {
  const fault = shapeFault(doc, rowLimits.approvalParts, rowLimits.approvalCharacters);
  if (fault) return invalid('', fault);
  const parsed = approvalSchema.safeParse(doc);
  return parsed.success
    ? done({ type: 'approval', approval: parsed.data })
    : invalidInput(parsed.error);
}

/** One walk that ends at the first fault; its recursion is bounded by the depth that is allowed. */
function shapeFault(doc: RawRow, parts: number, characters: number): string | null {
  const left = { parts, characters };
  return valueFault(doc, 0, left);
}

interface Left {
  parts: number;
  characters: number;
}

function valueFault(value: unknown, depth: number, left: Left): string | null {
  if (typeof value === 'string') return textFault(value, left);
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= rowLimits.depth) return 'lồng quá sâu';
  return Array.isArray(value) ? listFault(value, depth, left) : fieldsFault(value, depth, left);
}

/** The parts are paid for before they are looked at: a list of millions is refused by its length. */
function listFault(list: readonly unknown[], depth: number, left: Left): string | null {
  left.parts -= list.length;
  if (left.parts < 0) return tooLarge;
  for (const value of list) {
    const fault = valueFault(value, depth + 1, left);
    if (fault) return fault;
  }
  return null;
}

function fieldsFault(fields: object, depth: number, left: Left): string | null {
  const keys = Object.keys(fields);
  left.parts -= keys.length;
  if (left.parts < 0) return tooLarge;
  for (const key of keys) {
    const value: unknown = Reflect.get(fields, key);
    const fault = textFault(key, left) ?? valueFault(value, depth + 1, left);
    if (fault) return fault;
  }
  return null;
}

function textFault(text: string, left: Left): string | null {
  left.characters -= text.length;
  if (left.characters < 0) return tooLarge;
  return text.isWellFormed() && !text.includes('\0') ? null : 'chuỗi ký tự không hợp lệ';
}
