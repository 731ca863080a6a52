import { describe, expect, it } from 'vitest';
import { passwordFits, passwordRuleOn } from './password-rule.ts';

const rule = passwordRuleOn('2026-11-01');

describe('mật khẩu theo QCVN 12:2026/BCA, 3.7.2', () => {
  it.each([
    ['Đủ@bốn1loại', true],
    ['Dongthap@2026', true],
    ['Ngan@1a', false],
    ['khonghoa@2026', false],
    ['KHONGTHUONG@2026', false],
    ['KhongSo@@@@', false],
    ['KhongDacBiet2026', false],
    ['Khoang Trang 2026', false],
  ])('%s → %s', (password, fits) => {
    expect(passwordFits(rule, password, 'vanthu')).toBe(fits);
  });

  it('must not hold the user name, with or without marks', () => {
    expect(passwordFits(rule, 'Vanthu.Myan@2026', 'vanthu.myan')).toBe(false);
    expect(passwordFits(rule, 'Vănthư.Mỹan@2026', 'vanthu.myan')).toBe(false);
  });

  it('counts characters, not UTF-16 units, and cites its source', () => {
    expect(passwordFits(rule, 'Aa1@😀😀😀', 'u')).toBe(false);
    expect(rule.source).toContain('QCVN 12:2026/BCA');
    expect(rule.value.maxWrongTries).toBe(5);
    // 3.6.2.1.9: not before 12 hours, not after 30 days.
    expect(rule.value.lockHours).toBeGreaterThanOrEqual(12);
    expect(rule.value.lockHours).toBeLessThanOrEqual(30 * 24);
  });

  it('holds before its first day too, rather than no rule at all', () => {
    expect(passwordRuleOn('2020-01-01')).toBe(rule);
  });
});
