import { describe, expect, it } from 'vitest';
import { fullPerson } from '../../test/helpers/full-person.ts';
import { labelOf } from '../catalogue/index.ts';
import { touchedPaths } from '../change/merge-patch.ts';
import { valueAt } from '../change/describe.ts';
import { dossierContentSchema } from './content.ts';
import { allFields, fieldAt, sectionAt, sections } from './fields.ts';

/** Items of the “Sơ yếu lý lịch” (Thông tư 06/2023/TT-BNV): 1 to 38, with their parts. */
const items = [
  ...Array.from({ length: 29 }, (_, at) => String(at + 1)),
  ...['30.1', '30.2', '30.3', '31'],
  ...['32.1', '32.2', '32.3', '32.4', '32.5', '32.6', '33', '34.1', '34.2', '34.3'],
  ...['35.1', '35.2', '36.1', '36.2', '37.1', '37.2', '37.3', '38'],
];

describe('the form of a dossier', () => {
  it('has every item of the Sơ yếu lý lịch, Thông tư 06/2023/TT-BNV, and no other', () => {
    expect(new Set(allFields.map(({ item }) => item).filter(Boolean))).toEqual(new Set(items));
  });

  it('has what NĐ 27/2026/NĐ-CP, Điều 5 adds', () => {
    const added = ['evaluations', 'appointments', 'movements', 'contracts', 'probation', 'trips'];
    for (const name of [...added, 'planning', 'assetDeclarations', 'retirement'])
      expect(sections.map((section) => section.name)).toContain(name);
  });

  it('says each thing once', () => {
    expect(new Set(allFields.map(({ path }) => path)).size).toBe(allFields.length);
  });

  it('names for each table the fields that tell its rows apart and order them', () => {
    for (const section of sections.filter(({ repeated }) => repeated)) {
      expect(section.named.length, section.name).toBeGreaterThan(0);
      for (const key of [...section.named, ...(section.ordered === null ? [] : [section.ordered])])
        expect(fieldAt(`${section.name}.*.${key}`), `${section.name}.${key}`).toBeDefined();
    }
  });

  it('is filled whole by the sample: each field of each section, with codes that exist', () => {
    expect(dossierContentSchema.parse(fullPerson)).toEqual(fullPerson);
    const filled = new Set(touchedPaths(fullPerson).map((path) => fieldAt(path)?.path));
    const empty = sections.filter(
      ({ name }) => ![...filled].some((at) => at?.startsWith(`${name}.`)),
    );
    expect(empty.map(({ name }) => name)).toEqual([]);
    for (const path of touchedPaths(fullPerson)) {
      const field = fieldAt(path);
      if (!field?.catalogue) continue;
      expect(labelOf(field.catalogue, String(valueAt(fullPerson, path))), path).toBeDefined();
    }
  });

  it('finds field and section of a path, also of a row', () => {
    expect(fieldAt('career.01J0.unit')?.label).toBe('Đơn vị công tác');
    expect(sectionAt('career.01J0.unit')?.repeated).toBe(true);
    expect(fieldAt('career.01J0.wrong')).toBeUndefined();
    expect(sectionAt('')).toBeUndefined();
  });
});
