import { describe, expect, it } from 'vitest';
import { sampleChange, samplePerson } from '../../test/helpers/sample-changes.ts';
import type { Change } from './change.ts';
import { versionRows } from './two-versions.ts';

const base = { ...samplePerson, contact: { phone: '0900000000', residence: 'Ấp 1' } };
const version = (patch: Partial<Change>) =>
  sampleChange(2, { kind: 'amend', baseVersion: 1, ...patch });

describe('one change in two versions', () => {
  it('shows the fields in which they differ, in the order of the form', () => {
    const centre = version({
      patch: { contact: { phone: '0901111111' }, note: { text: 'Chung' } },
    });
    const here = version({
      patch: { contact: { phone: null, residence: 'Ấp 2' }, note: { text: 'Chung' } },
    });
    expect(versionRows(base, centre, here)).toEqual([
      {
        path: 'contact.phone',
        base: '0900000000',
        centre: { touched: true, value: '0901111111' },
        here: { touched: true, value: undefined },
      },
      {
        path: 'contact.residence',
        base: 'Ấp 1',
        centre: { touched: false, value: undefined },
        here: { touched: true, value: 'Ấp 2' },
      },
    ]);
  });

  it('shows nothing when they say the same', () => {
    const one = version({ patch: { note: { text: 'Chung' } } });
    expect(versionRows(undefined, one, { ...one, state: 'verified' })).toEqual([]);
  });
});
