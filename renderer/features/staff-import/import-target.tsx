/** Where the people go and from which day their legal clock runs. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam, formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import type { Unit } from '../../../shared/unit/unit.ts';
import { TypedField, type Reading } from '../../ui/typed-field.tsx';
import { readCivilDate, showDate } from '../../ui/typed-readings.ts';
import { UnitSelect } from '../../ui/unit-select.tsx';

export interface Target {
  readonly unit: string | undefined;
  readonly clockFrom: string | undefined;
  readonly today: string;
  /** Submitting was tried: what is missing is shown. */
  readonly asked: boolean;
  readonly setUnit: (unit: string | undefined) => void;
  readonly takeClock: (reading: Reading<string>) => void;
  readonly settle: () => { readonly unit: string; readonly clockFrom: string } | null;
}

export function useTarget(units: readonly Unit[]): Target {
  const today = civilDateInVietnam(new Date().toISOString());
  const [unit, setUnit] = useState(units.length === 1 ? units[0]?.code : undefined);
  // A list of people at work takes effect when it is entered, unless a decision says otherwise.
  const [clockFrom, setClockFrom] = useState<string | undefined>(today);
  const [asked, setAsked] = useState(false);
  return {
    unit,
    clockFrom,
    today,
    asked,
    setUnit,
    takeClock: (reading) => {
      setClockFrom(reading.read === 'value' ? reading.value : undefined);
    },
    settle: () => {
      setAsked(true);
      if (unit === undefined || clockFrom === undefined || clockFrom > today) return null;
      return { unit, clockFrom };
    },
  };
}

export function ImportTarget({ target, units }: { target: Target; units: readonly Unit[] }) {
  const { t } = useTranslation();
  const { clockFrom, today, asked } = target;
  const clockIssue =
    clockFrom === undefined
      ? t('form.clockFromRequired')
      : clockFrom > today
        ? t('form.clockFromFuture', { today: formatPartialDate(today) })
        : null;
  return (
    <div className="toolbar" style={{ alignItems: 'flex-start' }}>
      <div className="form-field">
        <label className="form-label" htmlFor="import-unit">
          {t('staffImport.unit')}
        </label>
        <UnitSelect
          id="import-unit"
          units={units}
          value={target.unit}
          label={t('staffImport.unit')}
          width={380}
          onChange={target.setUnit}
        />
        <div className="form-note error" role="alert">
          {asked && target.unit === undefined ? t('form.unitRequired') : null}
        </div>
      </div>
      <div className="form-field" style={{ width: 420 }}>
        <label className="form-label" htmlFor="import-clock">
          {t('staffImport.clockFrom')}
        </label>
        <TypedField<string>
          id="import-clock"
          value={clockFrom}
          read={readCivilDate}
          show={showDate}
          placeholder="dd/mm/yyyy"
          invalid={asked && clockIssue !== null}
          describedBy="import-clock-note"
          onChange={target.takeClock}
        />
        <div
          id="import-clock-note"
          className={asked && clockIssue ? 'form-note error' : 'form-note'}
        >
          {asked && clockIssue ? clockIssue : t('form.clockFromHint')}
        </div>
      </div>
    </div>
  );
}
