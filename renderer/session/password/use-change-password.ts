/** Sends a password change and keeps what came of it: faults at the fields, or a problem above them. */
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam } from '../../../shared/calendar/partial-date.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import { passwordRuleOn, type PasswordRuleRow } from '../../../shared/regulation/password-rule.ts';
import { problemOf } from '../../ui/problem-of.ts';
import { useSession } from '../session-context.ts';
import {
  fieldOfProblem,
  passwordFaults,
  type PasswordFault,
  type PasswordField,
  type PasswordInput,
} from './password-faults.ts';

export interface PasswordChange {
  readonly rule: PasswordRuleRow;
  readonly busy: boolean;
  /** Of the whole change: no line, account locked. */
  readonly problem: Problem | null;
  /** Sends what was typed; the faults that keep it from being done, none when it is done. */
  readonly send: (input: PasswordInput) => Promise<ReadonlyMap<PasswordField, PasswordFault>>;
}

/** What the centre refused, in the words of the fields. */
function faultOf(code: string): PasswordFault {
  if (code === 'SIGN_IN_FAILED') return 'wrong';
  return code === 'PASSWORD_UNCHANGED' ? 'same' : 'rule';
}

export function useChangePassword(onDone: () => void): PasswordChange {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { session, changePassword } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const rule = passwordRuleOn(civilDateInVietnam(new Date().toISOString()));

  const fail = (failure: Problem): ReadonlyMap<PasswordField, PasswordFault> => {
    const field = fieldOfProblem(failure.code);
    if (field !== null) return new Map([[field, faultOf(failure.code)]]);
    setProblem(failure);
    return new Map();
  };
  const send = async (input: PasswordInput) => {
    const faults = passwordFaults(rule, session.account.account, input);
    if (faults.size > 0) return faults;
    setBusy(true);
    setProblem(null);
    try {
      const changed = await changePassword({ current: input.current, next: input.next });
      if (!changed.ok) return fail(changed.problem);
      void message.success(t('password.done'));
      onDone();
      return faults;
    } catch (thrown) {
      return fail(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { rule, busy, problem, send };
}
