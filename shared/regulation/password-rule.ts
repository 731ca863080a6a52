/** What a password must be and how often it may be wrong. Dated rows with their source, as all numbers of law. */
import type { CivilDate } from '../calendar/partial-date.ts';
import { foldText } from '../vietnamese/fold.ts';

export interface PasswordRuleRow {
  readonly scope: 'national';
  readonly value: {
    /** Characters. */
    readonly minLength: number;
    /** Upper case, lower case, digit and special character, each at least once. */
    readonly allClasses: boolean;
    /** Wrong passwords in a row after which the account is locked. */
    readonly maxWrongTries: number;
    /** Hours after which that lock opens by itself; the rule allows 12 hours to 30 days. */
    readonly lockHours: number;
  };
  readonly unit: 'characters, tries, hours';
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string;
}

export const passwordRules: readonly PasswordRuleRow[] = [
  {
    scope: 'national',
    value: { minLength: 8, allClasses: true, maxWrongTries: 5, lockHours: 12 },
    unit: 'characters, tries, hours',
    validFrom: '2026-07-01',
    validTo: null,
    source:
      'QCVN 12:2026/BCA, 3.7.2 (độ phức tạp: 3.7.2.6; số lần nhập sai, tự mở khóa: 3.6.2.1.9)',
  },
];

/** The row in force on a day; before the first row began, that row already (the stricter of none and it). */
export function passwordRuleOn(
  day: CivilDate,
  rows: readonly PasswordRuleRow[] = passwordRules,
): PasswordRuleRow {
  const row =
    rows.findLast(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
    ) ?? rows[0];
  if (!row) throw new TypeError('the password rule has no rows');
  return row;
}

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u];

/** Whether a password obeys the rule; it must not hold the user name either, however it is marked. */
export function passwordFits(rule: PasswordRuleRow, password: string, userName: string): boolean {
  const { minLength, allClasses } = rule.value;
  const user = foldText(userName);
  return (
    Array.from(password).length >= minLength &&
    (!allClasses || classes.every((each) => each.test(password))) &&
    (user === '' || !foldText(password).includes(user))
  );
}
