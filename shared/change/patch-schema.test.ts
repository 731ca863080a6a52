import { describe, expect, it } from 'vitest';
import { contentPatchSchema } from './patch-schema.ts';

const fits = (patch: unknown) => contentPatchSchema.safeParse(patch).success;

describe('what a patch may say', () => {
  it.each([
    ['nothing yet', {}],
    ['one field of a section', { contact: { phone: '0901234567' } }],
    ['the removal of a field', { contact: { phone: null } }],
    ['the removal of a section', { party: null }],
    ['a repeated row, in part', { languages: { a1: { level: 'B1' }, a2: null } }],
  ])('%s', (_, patch) => {
    expect(fits(patch)).toBe(true);
  });

  it.each([
    ['a section that no dossier has', { notes: { text: 'x' } }],
    ['a field that no section has', { contact: { fax: '1' } }],
    ['a list in the place of a section', { identity: [1, 2] }],
    ['a value of another kind', { pay: { step: 'ba' } }],
    ['a text longer than the field', { note: { text: 'x'.repeat(2001) } }],
    ['a row key longer than any id', { languages: { ['x'.repeat(65)]: { level: 'B1' } } }],
    ['something hidden in a row', { languages: { a1: { scan: 'x' } } }],
  ])('not %s', (_, patch) => {
    expect(fits(patch)).toBe(false);
  });
});
