/** Where a form that was not submitted is gone on with; its key names it (data/port/unfinished.ts). */

export interface PlaceOfForm {
  readonly path: string | null;
  readonly text: 'atRisk.formNew' | 'atRisk.formEdit' | 'atRisk.formMend' | 'atRisk.formOther';
}

export function placeOfForm(key: string): PlaceOfForm {
  if (key === 'new') return { path: '/dossiers/new', text: 'atRisk.formNew' };
  if (key.startsWith('edit:'))
    return { path: `/dossiers/${key.slice('edit:'.length)}/edit`, text: 'atRisk.formEdit' };
  if (key.startsWith('mend:change:'))
    return { path: `/desk/${key.slice('mend:'.length)}/mend`, text: 'atRisk.formMend' };
  if (key.startsWith('mend:'))
    return { path: `/refused/${key.slice('mend:'.length)}/mend`, text: 'atRisk.formMend' };
  return { path: null, text: 'atRisk.formOther' };
}
