import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import { blockingAmong, checkContent } from '../../../shared/checks/index.ts';
import { touchedPaths } from '../../../shared/change/merge-patch.ts';
import { issuesOf, remarksOf } from './form-issues.ts';

const today = '2026-11-22';
const good = {
  identity: {
    fullName: 'Trần Thị Mẫu',
    gender: 'female',
    birthDate: '1985-03',
    identityNumber: '087185000001',
  },
};
const all = (content: JsonObject) => touchedPaths(content);
const keys = (content: JsonObject, touched = all(content)) =>
  [...issuesOf(content, {}, blockingAmong(checkContent(content, today), touched))].map(
    ([path, issue]) => [path, issue.key],
  );

describe('what is wrong in a form', () => {
  it('finds nothing in a complete form', () => {
    expect(keys(good)).toEqual([]);
  });

  it('asks for each field that a dossier cannot be without', () => {
    expect(keys({ identity: {} })).toEqual([
      ['identity.fullName', 'required'],
      ['identity.gender', 'required'],
      ['identity.birthDate', 'required'],
      ['identity.identityNumber', 'required'],
    ]);
  });

  it('says which form an identity number, a telephone and an address have', () => {
    const wrong = {
      identity: { ...good.identity, identityNumber: '123' },
      contact: { phone: 'x', email: 'y' },
    };
    expect(keys(wrong)).toEqual([
      ['identity.identityNumber', 'identityNumber'],
      ['contact.phone', 'phone'],
      ['contact.email', 'email'],
    ]);
  });

  it('names the bound that a number passed, in Vietnamese digits', () => {
    const issues = issuesOf({ ...good, pay: { step: 17, coefficient: 2.345 } }, {}, []);
    expect(issues.get('pay.step')).toEqual({ key: 'max', bound: '16' });
    expect(issues.get('pay.coefficient')).toEqual({ key: 'step' });
  });

  it('asks for the language of a row that was begun', () => {
    expect(keys({ ...good, languages: { A: { level: 'B1' } } })).toEqual([
      ['languages.A.language', 'required'],
    ]);
  });

  it('refuses what the checks call impossible, where the person touches it', () => {
    const born = { identity: { ...good.identity, birthDate: '2027' } };
    expect(keys(born)).toEqual([['identity.birthDate', 'check']]);
    const old = { ...good, employment: { firstRecruitedOn: '1980' }, note: { text: 'x' } };
    expect(keys(old, ['note.text'])).toEqual([]);
    expect(keys(old, ['employment.firstRecruitedOn'])).toEqual([
      ['employment.firstRecruitedOn', 'check'],
    ]);
  });

  it('shows what is to be looked at, and lets it stand', () => {
    const odd = { identity: { ...good.identity, gender: 'male' } };
    expect(keys(odd)).toEqual([]);
    expect([...remarksOf(checkContent(odd, today)).keys()]).toEqual(['identity.gender']);
    expect(remarksOf(checkContent(good, today)).size).toBe(0);
  });

  it('prefers what was typed but not understood to "missing"', () => {
    const { birthDate: _, ...rest } = good.identity;
    const issues = issuesOf({ identity: rest }, { 'identity.birthDate': 'date' }, []);
    expect(issues.get('identity.birthDate')).toEqual({ key: 'date' });
  });
});
