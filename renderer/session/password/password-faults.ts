/** What is wrong with a password change, and at which field it is said. The centre has the last word. */
import { passwordFits, type PasswordRuleRow } from '../../../shared/regulation/password-rule.ts';

export interface PasswordInput {
  readonly current: string;
  readonly next: string;
  readonly repeated: string;
}
export type PasswordField = keyof PasswordInput;
export type PasswordFault = 'required' | 'rule' | 'same' | 'differs' | 'wrong';

const fields = ['current', 'next', 'repeated'] as const;

/** The first fault of each field, before anything is sent. */
export function passwordFaults(
  rule: PasswordRuleRow,
  user: string,
  input: PasswordInput,
): ReadonlyMap<PasswordField, PasswordFault> {
  const { current, next, repeated } = input;
  const faults = new Map<PasswordField, PasswordFault>();
  for (const field of fields) if (input[field] === '') faults.set(field, 'required');
  if (next !== '') {
    if (next === current) faults.set('next', 'same');
    else if (!passwordFits(rule, next, user)) faults.set('next', 'rule');
  }
  if (repeated !== '' && repeated !== next) faults.set('repeated', 'differs');
  return faults;
}

/** Where a refusal of the centre belongs; null for what no field can mend (no line, locked). */
export function fieldOfProblem(code: string): PasswordField | null {
  switch (code) {
    // The session itself is good here, so this can only mean the current password.
    case 'SIGN_IN_FAILED':
      return 'current';
    case 'PASSWORD_TOO_WEAK':
    case 'PASSWORD_UNCHANGED':
      return 'next';
    default:
      return null;
  }
}
