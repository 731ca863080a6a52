import { describe, expect, it } from 'vitest';
import { placeOfForm } from './place-of-form.ts';

describe('a form that was not submitted', () => {
  it.each([
    ['new', '/dossiers/new'],
    ['edit:dossier:01A', '/dossiers/dossier:01A/edit'],
    ['mend:change:01B', '/desk/change:01B/mend'],
    ['mend:work:01C', '/refused/work:01C/mend'],
    ['of a later program', null],
  ])('%s is gone on with at %s', (key, path) => {
    expect(placeOfForm(key).path).toBe(path);
  });
});
