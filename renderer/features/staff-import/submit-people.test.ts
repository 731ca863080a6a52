import { valueAt } from '../../../shared/change/describe.ts';
import { describe, expect, it } from 'vitest';
import type { DossierContent } from '../../../shared/dossier/content.ts';
import { done, failed } from '../../../shared/errors/index.ts';
import type { AcceptedPerson } from '../../../shared/import/index.ts';
import { sampleChange } from '../../../test/helpers/sample-changes.ts';
import type { ChangeDraft, DataPort } from '../../data/port/data-port.ts';
import { submitPeople } from './submit-people.ts';

const person = (row: number): AcceptedPerson => ({
  sheet: 'DS',
  row,
  findings: [],
  accepted: true,
  content: {
    identity: {
      fullName: `Người ${String(row)}`,
      gender: 'male',
      birthDate: '1980',
      identityNumber: '087080000001',
    },
  } satisfies DossierContent,
});
const people = Array.from({ length: 38 }, (_, index) => person(index + 5));

function port(refusedName = ''): Pick<DataPort, 'submit'> & { readonly lots: ChangeDraft[][] } {
  const lots: ChangeDraft[][] = [];
  return {
    lots,
    submit: (drafts, onProgress) => {
      lots.push([...drafts]);
      drafts.forEach((_, index) => onProgress?.(index + 1));
      return Promise.resolve(
        drafts.map((draft) =>
          valueAt(draft.patch, 'identity.fullName') === refusedName
            ? failed('IDENTITY_NUMBER_TAKEN')
            : done(sampleChange(1)),
        ),
      );
    },
  };
}
const task = { people, unit: 'H20.81.11', clockFrom: '2026-11-20', onProgress: () => undefined };

describe('submitting a staff list', () => {
  it('submits everybody, one create change each, and counts upwards to the end', async () => {
    const seen: number[] = [];
    const to = port();
    const outcome = await submitPeople(to, {
      ...task,
      onProgress: (count) => seen.push(count),
      isStopped: () => false,
    });
    expect(outcome).toEqual({ total: 38, submitted: 38, failures: [], stopped: false });
    expect(to.lots.flat().every((draft) => draft.kind === 'create')).toBe(true);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(38);
  });

  it('goes on after a refused row and names it', async () => {
    const outcome = await submitPeople(port('Người 7'), { ...task, isStopped: () => false });
    expect(outcome.submitted).toBe(37);
    expect(outcome.failures).toMatchObject([{ name: 'Người 7', row: 7 }]);
  });

  it('stops between lots and says how far it came', async () => {
    const to = port();
    const outcome = await submitPeople(to, { ...task, isStopped: () => to.lots.length >= 2 });
    expect(outcome).toMatchObject({ submitted: 20, stopped: true, total: 38 });
  });
});
