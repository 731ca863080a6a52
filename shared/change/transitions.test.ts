import { describe, expect, it } from 'vitest';
import { sampleAuthor, sampleChange } from '../../test/helpers/sample-changes.ts';
import type { Subject } from '../account/policy.ts';
import type { Role } from '../account/roles.ts';
import { changeStates, type ChangeState } from './change.ts';
import { findTransition, moveChange, openTransitions, transitionRules } from './transitions.ts';

const subject = (role: Role, unit = 'H20.81.11', account = 'someone'): Subject => ({
  account,
  grants: [{ role, unit }],
});
const author = subject('clerk', 'H20.81.11', sampleAuthor.account);
const head = subject('head');
const at = (state: ChangeState) => sampleChange(1, { state });

describe('steps of a change', () => {
  it.each([
    ['submitted', 'verified', subject('clerk'), true],
    ['submitted', 'verified', head, false],
    ['submitted', 'verified', subject('clerk', 'H20.82'), false],
    ['submitted', 'withdrawn', author, true],
    ['submitted', 'withdrawn', subject('clerk'), false],
    ['verified', 'returned', head, true],
    ['verified', 'approved', head, false],
    ['verified', 'conflicted', head, false],
    ['approved', 'withdrawn', author, false],
    ['approved', 'submitted', author, false],
    ['withdrawn', 'submitted', author, false],
    ['returned', 'submitted', author, true],
  ] as const)('%s to %s by %j: %s', (from, to, who, allowed) => {
    expect(findTransition(who, at(from), from, to, 'lý do').ok).toBe(allowed);
  });

  it('asks for a reason when a change is returned', () => {
    const result = findTransition(head, at('verified'), 'verified', 'returned', undefined);
    expect(result).toMatchObject({ ok: false, problem: { code: 'CHANGE_REASON_REQUIRED' } });
  });

  it('lets nobody but the server approve: no account ever gets that step', () => {
    for (const role of [
      'systemAdmin',
      'departmentOfficer',
      'unitAdmin',
      'head',
      'clerk',
      'employee',
    ] as const) {
      expect(openTransitions(subject(role, 'H20'), at('verified'))).not.toContain('approved');
    }
  });

  it('leaves every state but the last ones by some rule', () => {
    const final: ChangeState[] = ['approved', 'withdrawn'];
    for (const state of Object.keys(changeStates) as ChangeState[]) {
      expect(transitionRules.some((rule) => rule.from === state)).toBe(!final.includes(state));
    }
  });

  it('keeps the whole history when a change moves on', () => {
    const moved = moveChange(
      at('submitted'),
      'returned',
      sampleAuthor,
      '2026-11-21T00:00:00.000Z',
      'thiếu quyết định',
    );
    expect(moved.history).toHaveLength(2);
    expect(moved.history.at(-1)).toMatchObject({ state: 'returned', reason: 'thiếu quyết định' });
  });
});
