import { describe, expect, it } from 'vitest';
import { passwordRuleOn } from '../../../shared/regulation/password-rule.ts';
import { fieldOfProblem, passwordFaults, type PasswordInput } from './password-faults.ts';

const rule = passwordRuleOn('2026-11-22');
const good: PasswordInput = {
  current: 'Issued@2026',
  next: 'Lua@Moi2026',
  repeated: 'Lua@Moi2026',
};
const faults = (over: Partial<PasswordInput>) =>
  Object.fromEntries(passwordFaults(rule, 'nguoi.moi', { ...good, ...over }));

describe('a password change', () => {
  it('has no fault when the new one obeys QCVN 12:2026/BCA and is repeated alike', () => {
    expect(faults({})).toEqual({});
  });

  it('names each empty field', () => {
    expect(faults({ current: '', next: '', repeated: '' })).toEqual({
      current: 'required',
      next: 'required',
      repeated: 'required',
    });
  });

  it.each(['quadegian', 'Ngan@1', 'KHONGTHUONG@1', 'KhongSo@@', 'KhongDacBiet1', 'Nguoi.Moi@2026'])(
    'refuses %s at the field of the new password',
    (next) => {
      expect(faults({ next, repeated: next })).toEqual({ next: 'rule' });
    },
  );

  it('must differ from the current one', () => {
    expect(faults({ next: good.current, repeated: good.current })).toEqual({ next: 'same' });
  });

  it('must be repeated as it was typed', () => {
    expect(faults({ repeated: 'Lua@Moi2027' })).toEqual({ repeated: 'differs' });
  });

  it('shows what the centre says at the field it is about', () => {
    expect(fieldOfProblem('SIGN_IN_FAILED')).toBe('current');
    expect(fieldOfProblem('PASSWORD_TOO_WEAK')).toBe('next');
    expect(fieldOfProblem('PASSWORD_UNCHANGED')).toBe('next');
    expect(fieldOfProblem('SERVER_UNREACHABLE')).toBeNull();
  });
});
