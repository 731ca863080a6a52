import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../test/helpers/sample-changes.ts';
import { dossierContentSchema } from './content.ts';

const issueOf = (content: unknown) =>
  dossierContentSchema.safeParse(content).error?.issues[0]?.path.join('.');

describe('the content of a dossier', () => {
  it('is a person with partial dates kept as they are', () => {
    expect(dossierContentSchema.parse(samplePerson)).toEqual(samplePerson);
  });

  it.each([
    [
      'identity.identityNumber',
      { identity: { ...samplePerson.identity, identityNumber: '24518' } },
    ],
    ['identity.birthDate', { identity: { ...samplePerson.identity, birthDate: '1985-02-30' } }],
    ['identity.gender', { identity: { ...samplePerson.identity, gender: 'x' } }],
    ['identity.fullName', { identity: { ...samplePerson.identity, fullName: '' } }],
    ['pay.coefficient', { ...samplePerson, pay: { coefficient: 2.345 } }],
    ['pay.step', { ...samplePerson, pay: { step: 0 } }],
    ['contact.email', { ...samplePerson, contact: { email: 'không phải thư' } }],
    ['languages.a.b', { ...samplePerson, languages: { 'a.b': { language: 'Anh' } } }],
    ['', { ...samplePerson, unknownSection: {} }],
  ])('says where it is wrong: %s', (path, content) => {
    expect(issueOf(content)).toBe(path);
  });

  it('takes every coefficient of the pay tables: two decimals, however binary writes them', () => {
    for (let hundredths = 100; hundredths <= 1000; hundredths += 1) {
      const content = { ...samplePerson, pay: { coefficient: hundredths / 100 } };
      expect(dossierContentSchema.safeParse(content).success).toBe(true);
    }
  });
});
