import { describe, expect, it } from 'vitest';
import {
  changedPaths,
  emptyContent,
  patchOf,
  withLeaf,
  withoutRow,
  withRow,
} from './form-content.ts';

const row = '01J0000000000000000000000A';

describe('the content of a form', () => {
  it('drops a section with its last field, so that nothing empty is submitted', () => {
    const filled = withLeaf(emptyContent, 'contact.phone', '0912 345 678');
    expect(withLeaf(filled, 'contact.phone', undefined)).toEqual(emptyContent);
  });

  it('keeps the identity section even when it is empty', () => {
    const named = withLeaf(emptyContent, 'identity.fullName', 'Lê An');
    expect(withLeaf(named, 'identity.fullName', undefined)).toEqual(emptyContent);
  });

  it('keeps a language row that is being filled, and removes it when asked', () => {
    const added = withRow(emptyContent, 'languages', row);
    const typed = withLeaf(added, `languages.${row}.language`, 'Tiếng Anh');
    const cleared = withLeaf(typed, `languages.${row}.language`, undefined);
    expect(cleared).toEqual({ identity: {}, languages: { [row]: {} } });
    expect(withoutRow(cleared, 'languages', row)).toEqual(emptyContent);
  });

  it('submits only what differs from the dossier', () => {
    const base = { identity: { fullName: 'Lê An' }, pay: { step: 2, coefficient: 2.67 } };
    const edited = withLeaf(withLeaf(base, 'pay.step', 3), 'pay.coefficient', undefined);
    expect(patchOf(base, edited)).toEqual({ pay: { step: 3, coefficient: null } });
    expect(changedPaths(base, edited)).toEqual(['pay.coefficient', 'pay.step']);
    expect(changedPaths(base, base)).toEqual([]);
  });
});
