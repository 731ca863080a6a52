/** What is still wrong in a form, by path: the schema's issues and unreadable texts, as message keys. */
import type { z } from 'zod';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { isBlocking, type CheckRemark } from '../../../shared/checks/index.ts';
import { valueAt } from '../../../shared/change/describe.ts';
import { dossierContentSchema } from '../../../shared/dossier/content.ts';

export type IssueKey =
  | 'required'
  | 'tooLong'
  | 'min'
  | 'max'
  | 'step'
  | 'integer'
  | 'number'
  | 'date'
  | 'wholeDate'
  | 'identityNumber'
  | 'socialInsuranceNumber'
  | 'phone'
  | 'email'
  | 'invalid';

export type Issue =
  | {
      readonly key: IssueKey;
      /** The bound that was passed, in Vietnamese digits. */
      readonly bound?: string;
    }
  /** What the checks of a dossier call impossible. */
  | { readonly key: 'check'; readonly check: CheckRemark };

/** Issues by path, in the order of the schema. */
export type Issues = ReadonlyMap<string, Issue>;
/** Texts that do not read as a value, by path. */
export type Unreadable = Readonly<Record<string, IssueKey>>;

const formats: Readonly<Record<string, IssueKey>> = {
  'identity.identityNumber': 'identityNumber',
  'identity.socialInsuranceNumber': 'socialInsuranceNumber',
  'contact.phone': 'phone',
  'contact.email': 'email',
};

const number = new Intl.NumberFormat('vi-VN');

function issueOf(issue: z.core.$ZodIssue, path: string, content: JsonObject): Issue {
  if (valueAt(content, path) === undefined) return { key: 'required' };
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? { key: 'required' }
        : { key: 'min', bound: number.format(issue.minimum) };
    case 'too_big':
      return {
        key: issue.origin === 'string' ? 'tooLong' : 'max',
        bound: number.format(issue.maximum),
      };
    case 'not_multiple_of':
      return { key: 'step' };
    case 'invalid_format':
      return { key: formats[path] ?? 'invalid' };
    case 'custom':
      return { key: 'date' };
    case 'invalid_type':
      return { key: issue.expected === 'int' ? 'integer' : 'invalid' };
    default:
      return { key: 'invalid' };
  }
}

/** What the checks ask to look at, by field; errors that keep the form from going on are among its issues. */
export function remarksOf(found: readonly CheckRemark[]): ReadonlyMap<string, CheckRemark> {
  const remarks = found.filter((check) => !isBlocking(check));
  return new Map(remarks.map((check) => [check.field, check] as const).reverse());
}

/** @param impossible what the checks call so among what the person changes */
export function issuesOf(
  content: JsonObject,
  unreadable: Unreadable,
  impossible: readonly CheckRemark[],
): Issues {
  const issues = new Map<string, Issue>();
  const parsed = dossierContentSchema.safeParse(content);
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.');
    if (!issues.has(path)) issues.set(path, issueOf(issue, path, content));
  }
  for (const check of impossible) {
    if (!issues.has(check.field)) issues.set(check.field, { key: 'check', check });
  }
  // What was typed but not understood says more than that the value is missing.
  for (const [path, key] of Object.entries(unreadable)) issues.set(path, { key });
  return issues;
}
