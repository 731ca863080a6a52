/** Submits accepted people in small lots, so that progress shows and stopping takes effect soon. */
import type { Problem } from '../../../shared/errors/index.ts';
import type { AcceptedPerson } from '../../../shared/import/index.ts';
import type { ChangeDraft, DataPort } from '../../data/port/data-port.ts';

const lotSize = 10;

export interface ImportFailure {
  readonly name: string;
  readonly row: number;
  readonly problem: Problem;
}

export interface ImportOutcome {
  readonly total: number;
  readonly submitted: number;
  readonly failures: readonly ImportFailure[];
  readonly stopped: boolean;
}

export interface ImportTask {
  readonly people: readonly AcceptedPerson[];
  readonly unit: string;
  readonly clockFrom: string;
  readonly onProgress: (done: number) => void;
  readonly isStopped: () => boolean;
}

const draftOf = (person: AcceptedPerson, unit: string, clockFrom: string): ChangeDraft => ({
  unit,
  dossier: null,
  kind: 'create',
  baseVersion: 0,
  patch: person.content,
  clockFrom,
});

export async function submitPeople(
  port: Pick<DataPort, 'submit'>,
  task: ImportTask,
): Promise<ImportOutcome> {
  const { people, unit, clockFrom, onProgress, isStopped } = task;
  const failures: ImportFailure[] = [];
  let handled = 0;
  while (handled < people.length && !isStopped()) {
    const before = handled;
    const lot = people.slice(before, before + lotSize);
    const results = await port.submit(
      lot.map((person) => draftOf(person, unit, clockFrom)),
      (count) => {
        onProgress(before + count);
      },
    );
    for (const [index, person] of lot.entries()) {
      const result = results[index];
      if (result?.ok === false) {
        const name = person.content.identity.fullName;
        failures.push({ name, row: person.row, problem: result.problem });
      }
    }
    handled += lot.length;
    onProgress(handled);
  }
  return {
    total: people.length,
    submitted: handled - failures.length,
    failures,
    stopped: handled < people.length,
  };
}
