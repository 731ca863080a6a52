import { afterEach, describe, expect, it } from 'vitest';
import { catalogueDocumentSchema, setCatalogueEdits } from '../../shared/catalogue/index.ts';
import { matchesTyped, optionsOn } from './catalogue-options.ts';

afterEach(() => {
  setCatalogueEdits([]);
});

describe('the choices of a code list', () => {
  it('are the rows in force first, in the order of the list, then the others', () => {
    const options = optionsOn('province', '2026-11-28');
    expect(options.slice(0, 34).every(({ standing }) => standing === 'inForce')).toBe(true);
    expect(options.slice(34).every(({ standing }) => standing === 'past')).toBe(true);
    expect(options).toHaveLength(97);
    expect(options[0]?.label).toBe('Hà Nội');
  });

  it('on an earlier day are those of that day', () => {
    const options = optionsOn('province', '2025-06-30');
    expect(options.slice(0, 63).every(({ standing }) => standing === 'inForce')).toBe(true);
    expect(options[63]).toMatchObject({ value: '01', standing: 'notYet' });
  });

  it('are found by code or by word, without marks', () => {
    const found = (typed: string) =>
      optionsOn('rank', '2026-11-28')
        .filter(({ folded }) => matchesTyped(typed, folded))
        .map(({ value }) => value);
    expect(found('07.02.2')).toEqual(['V.07.02.24', 'V.07.02.25', 'V.07.02.26']);
    expect(found('gv')).toEqual([]);
    expect(found('chuyen vien cao')).toEqual(['01.001']);
  });

  it('follow the department’s edits at once', () => {
    const labels = () => optionsOn('academicTitle', '2026-11-28').map(({ label }) => label);
    expect(labels()).toEqual(['Giáo sư', 'Phó giáo sư']);
    const set = { label: 'Giáo sư (GS)', validTo: '2026-11-27' };
    setCatalogueEdits([
      catalogueDocumentSchema.parse({
        _id: 'catalogue:academicTitle',
        type: 'catalogue',
        name: 'academicTitle',
        version: 1,
        edits: [
          {
            edit: { kind: 'amend', code: 'giao-su', set },
            reason: 'Thử',
            by: { account: 'so', name: 'Sở' },
            atUtc: '2026-11-28T00:00:00.000Z',
          },
        ],
      }),
    ]);
    expect(labels()).toEqual(['Phó giáo sư', 'Giáo sư (GS)']);
  });
});
