/**
 * What a check has to say of a dossier's content, before it is put into words: which rule, at which field, and which
 * fields it looked at. Places of a form, of a sheet and of a change are found from these.
 */
import type { ProblemDetails } from '../errors/problem.ts';
import type { CheckCode } from './check-words.ts';

export interface CheckRemark {
  readonly code: CheckCode;
  /** The field that is to be looked at: `section.key`, of a table `section.<row>.key`. */
  readonly field: string;
  /** Every field that the rule looked at, `field` among them. */
  readonly fields: readonly string[];
  readonly details?: ProblemDetails;
}

/** @param others what the rule looked at besides */
export function remark(
  code: CheckCode,
  field: string,
  others: readonly string[] = [],
  details?: ProblemDetails,
): CheckRemark {
  const fields = [field, ...others];
  return details === undefined ? { code, field, fields } : { code, field, fields, details };
}
