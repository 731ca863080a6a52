/**
 * What a pushed document must look like before anyone reads it: bounded in size and depth, text that UTF-8
 * can carry (a lone surrogate would be hashed as another character), then one of the schemas.
 */
import type { z } from 'zod';
import { approvalSchema, type Approval } from '../../shared/approval/approval.ts';
import { changeSchema, type Change } from '../../shared/change/change.ts';
import { done, failed, type Result } from '../../shared/errors/index.ts';

/** Operational limits, not numbers of law: far above what a form can fill. */
export const rowLimits = {
  depth: 12,
  changeBytes: 128 * 1024,
  approvalBytes: 2 * 1024 * 1024,
  historySteps: 200,
  evidence: 100,
} as const;

export type ParsedRow =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'approval'; readonly approval: Approval };

type RawRow = Readonly<Record<string, unknown>>;

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
  const fault = shapeFault(doc);
  if (fault) return invalid('', fault);
  if (doc.type === 'change') return parseChange(doc);
  if (doc.type === 'approval') return parseApproval(doc);
  return invalid('type', 'loại dữ liệu này không được gửi lên');
}

function parseChange(doc: RawRow): Result<ParsedRow> {
  if (JSON.stringify(doc).length > rowLimits.changeBytes) return invalid('patch', 'quá lớn');
  const parsed = changeSchema.safeParse(doc);
  if (!parsed.success) return invalidInput(parsed.error);
  const change = parsed.data;
  if (change.history.length > rowLimits.historySteps) return invalid('history', 'quá dài');
  if (change.evidence.length > rowLimits.evidence) return invalid('evidence', 'quá nhiều tệp');
  return done({ type: 'change', change });
}

function parseApproval(doc: RawRow): Result<ParsedRow> {
  if (JSON.stringify(doc).length > rowLimits.approvalBytes) return invalid('manifest', 'quá lớn');
  const parsed = approvalSchema.safeParse(doc);
  return parsed.success
    ? done({ type: 'approval', approval: parsed.data })
    : invalidInput(parsed.error);
}

/** Walks with a list of its own: a deep document must not exhaust the stack. */
function shapeFault(doc: RawRow): string | null {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: doc, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !sound(value)) return 'chuỗi ký tự không hợp lệ';
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= rowLimits.depth) return 'lồng quá sâu';
    for (const [key, inner] of Object.entries(value)) {
      if (!sound(key)) return 'chuỗi ký tự không hợp lệ';
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}

const sound = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
