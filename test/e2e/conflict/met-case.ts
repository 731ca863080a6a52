/** What an office did before the journey: two edits of one dossier that met. */
import { openOffice, type Office } from '../office/office.ts';

export async function openConflictOffice(): Promise<Office> {
  const office = await openOffice();
  const { first, second, enter, signAll } = office;
  const create = await enter(first);
  await signAll([create]);
  const on = { dossier: create.dossier, kind: 'amend', baseVersion: 1 } as const;
  const theirs = await enter(second, {
    ...on,
    patch: { contact: { phone: '0901 111 111', residence: 'Ấp An Lạc' } },
  });
  const mine = await enter(first, {
    ...on,
    patch: {
      contact: { phone: '0902 222 222', residence: 'Ấp An Thuận' },
      education: { major: 'Quản lý giáo dục' },
    },
  });
  await signAll([theirs]);
  await signAll([mine]);
  return office;
}
