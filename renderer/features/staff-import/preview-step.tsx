/** What was read, before anything is submitted: counts, people, columns, and the choices that remain. */
import { App, Button, Checkbox } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AcceptedPerson, ReadPerson, StaffListReading } from '../../../shared/import/index.ts';
import type { Unit } from '../../../shared/unit/unit.ts';
import { useTerms } from '../../i18n/terms.ts';
import { usePort } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';
import { ColumnsRead } from './columns-read.tsx';
import { ImportTarget, useTarget } from './import-target.tsx';
import { useKnownNumbers } from './known-numbers.ts';
import { PeopleTable } from './people-table.tsx';
import { personKey } from './person-key.ts';
import { ReadingCounts } from './reading-counts.tsx';
import { SubmitProgress } from './submit-progress.tsx';
import { submitPeople, type ImportOutcome } from './submit-people.ts';

interface PreviewStepProps {
  readonly fileName: string;
  readonly reading: StaffListReading;
  readonly units: readonly Unit[];
  readonly onAnother: () => void;
  readonly onDone: (outcome: ImportOutcome) => void;
}

/** Ticked unless the person unticked: whoever holds and has no dossier here yet. */
function useChosen(people: readonly ReadPerson[]) {
  const known = useKnownNumbers();
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const accepted = useMemo(
    () => people.filter((one): one is AcceptedPerson => one.accepted),
    [people],
  );
  const isKnown = (person: ReadPerson) =>
    known?.has(person.content.identity?.identityNumber ?? '') ?? false;
  const selected = accepted.filter((person) =>
    chosen ? chosen.has(personKey(person)) : !isKnown(person),
  );
  return { selected, setChosen, isKnown };
}

function useSubmission(onDone: (outcome: ImportOutcome) => void) {
  const port = usePort();
  const terms = useTerms();
  const { message } = App.useApp();
  const stopped = useRef(false);
  // The total of the start: those already submitted are no longer ticked below.
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const run = async (people: readonly AcceptedPerson[], unit: string, clockFrom: string) => {
    stopped.current = false;
    const total = people.length;
    const onProgress = (done: number) => {
      setProgress({ done, total });
    };
    onProgress(0);
    try {
      const isStopped = () => stopped.current;
      onDone(await submitPeople(port, { people, unit, clockFrom, onProgress, isStopped }));
    } catch (thrown) {
      void message.error(terms.problem(problemOf(thrown)));
    } finally {
      setProgress(null);
    }
  };
  const stop = () => {
    stopped.current = true;
  };
  return { progress, run, stop };
}

export function PreviewStep({ fileName, reading, units, onAnother, onDone }: PreviewStepProps) {
  const { t } = useTranslation();
  const target = useTarget(units);
  const { selected, setChosen, isKnown } = useChosen(reading.people);
  const { progress, run, stop } = useSubmission(onDone);
  const [onlyProblems, setOnlyProblems] = useState(false);
  const shown = onlyProblems
    ? reading.people.filter((person) => person.findings.length > 0 || isKnown(person))
    : reading.people;
  const submit = () => {
    const settled = target.settle();
    if (settled) void run(selected, settled.unit, settled.clockFrom);
  };
  if (progress !== null) {
    return <SubmitProgress done={progress.done} total={progress.total} onStop={stop} />;
  }
  return (
    <div className="stack">
      <div className="panel stack">
        <ReadingCounts fileName={fileName} reading={reading} />
        <ImportTarget target={target} units={units} />
        <div className="toolbar">
          <Button type="primary" disabled={selected.length === 0} onClick={submit}>
            {t('staffImport.submit', { count: selected.length })}
          </Button>
          <Button onClick={onAnother}>{t('staffImport.chooseAnother')}</Button>
          <Checkbox
            checked={onlyProblems}
            onChange={(event) => {
              setOnlyProblems(event.target.checked);
            }}
          >
            {t('staffImport.onlyProblems')}
          </Checkbox>
        </div>
      </div>
      <PeopleTable
        people={shown}
        chosen={selected.map(personKey)}
        isKnown={isKnown}
        onChoose={(keys) => {
          setChosen(new Set(keys));
        }}
      />
      <ColumnsRead reading={reading} />
    </div>
  );
}
