/** Before submitting: what will change, and the day that starts the legal clock. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam, formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import type { JsonObject } from '../../../shared/canonical/json.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import type { Evidence } from '../../../shared/scan/scan.ts';
import { DifferenceTable } from '../change/index.ts';
import { EvidenceField } from '../scans/index.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { TypedField, type Reading } from '../../ui/typed-field.tsx';
import { readCivilDate, showDate } from '../../ui/typed-readings.ts';

interface ReviewStepProps {
  readonly base: JsonObject | undefined;
  readonly patch: JsonObject;
  /** Null where the day is fixed already (mending what the centre refused). */
  readonly clockFrom: string | null | undefined;
  readonly submitLabel: string;
  readonly evidence: readonly Evidence[];
  readonly onEvidence: (evidence: readonly Evidence[]) => void;
  readonly onBack: () => void;
  readonly onSubmit: (patch: JsonObject, clockFrom: string) => Promise<Problem | null>;
}

export function ReviewStep(props: ReviewStepProps) {
  const { t } = useTranslation();
  const clock = useClock(props.clockFrom);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const day = clock.settle();
    if (day === null) return;
    setBusy(true);
    setProblem(null);
    const failure = await props.onSubmit(props.patch, day);
    setBusy(false);
    setProblem(failure);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <section className="panel stack">
        <h2 className="section-title">{t('form.reviewTitle')}</h2>
        <DifferenceTable before={props.base} patch={props.patch} revealed />
        {props.clockFrom === null ? null : <ClockField clock={clock} />}
      </section>
      <EvidenceField evidence={props.evidence} onChange={props.onEvidence} />
      {problem ? (
        <ProblemAlert title={t('form.failedTitle')} problem={problem}>
          {t('form.keptHere')}
        </ProblemAlert>
      ) : null}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy}>
          {props.submitLabel}
        </Button>
        <Button onClick={props.onBack} disabled={busy}>
          {t('form.backToForm')}
        </Button>
      </div>
    </form>
  );
}

type ClockIssue = 'clockFromRequired' | 'clockFromFuture';

interface Clock {
  readonly day: string | undefined;
  readonly issue: ClockIssue | null;
  readonly today: string;
  readonly take: (reading: Reading<string>) => void;
  /** The day if it may stand, else null with the reason on screen. */
  readonly settle: () => string | null;
}

function useClock(start: string | null | undefined): Clock {
  const [day, setDay] = useState<string | undefined>(start ?? undefined);
  const [asked, setAsked] = useState(false);
  const today = civilDateInVietnam(new Date().toISOString());
  const issue = day === undefined ? 'clockFromRequired' : day > today ? 'clockFromFuture' : null;
  return {
    day,
    issue: asked ? issue : null,
    today,
    take: (reading) => {
      setDay(reading.read === 'value' ? reading.value : undefined);
    },
    settle: () => {
      setAsked(true);
      if (start === null) return '';
      if (issue) {
        document.getElementById('clock-from')?.focus();
        return null;
      }
      return day ?? null;
    },
  };
}

function ClockField({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  return (
    <div className="form-field" style={{ maxWidth: 520 }}>
      <label className="form-label" htmlFor="clock-from">
        {t('form.clockFrom')}
        <span aria-hidden style={{ color: '#b3261e' }}>
          {' '}
          *
        </span>
      </label>
      <TypedField<string>
        id="clock-from"
        autoFocus
        value={clock.day}
        read={readCivilDate}
        show={showDate}
        placeholder="dd/mm/yyyy"
        invalid={clock.issue !== null}
        describedBy="clock-from-note"
        onChange={clock.take}
      />
      <div id="clock-from-note" className={clock.issue ? 'form-note error' : 'form-note'}>
        {clock.issue
          ? t(`form.${clock.issue}`, { today: formatPartialDate(clock.today) })
          : t('form.clockFromHint')}
      </div>
    </div>
  );
}
