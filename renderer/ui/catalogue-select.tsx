/** Chooses a code of a catalogue by code or by word, without marks: rows in force first, past ones marked. */
import { Select } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import {
  currentCatalogues,
  onCatalogueEdits,
  type CatalogueName,
} from '../../shared/catalogue/index.ts';
import { matchesTyped, optionsOn, type CodeOption } from './catalogue-options.ts';

const standingKeys = { past: 'form.past', notYet: 'form.notYet' } as const;

interface CatalogueSelectProps {
  readonly id: string;
  readonly catalogue: CatalogueName;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly onBlur?: () => void;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly label?: string;
}

export function CatalogueSelect(props: CatalogueSelectProps) {
  const { t } = useTranslation();
  // A form may stand open for hours: what the department edits meanwhile is offered in it, too.
  useSyncExternalStore(onCatalogueEdits, currentCatalogues);
  const today = civilDateInVietnam(new Date().toISOString());
  const options = [...optionsOn(props.catalogue, today)];
  return (
    <Select<string, CodeOption>
      id={props.id}
      value={props.value ?? null}
      options={options}
      allowClear
      aria-describedby={props.describedBy}
      aria-label={props.label}
      status={props.invalid ? 'error' : ''}
      placeholder={t('form.pick')}
      notFoundContent={t('form.noMatch')}
      popupMatchSelectWidth={false}
      showSearch={{
        filterOption: (typed, option) => matchesTyped(typed, option?.folded ?? ''),
      }}
      optionRender={({ data }) => (
        <div style={{ whiteSpace: 'normal', maxWidth: 460 }}>
          {data.label}
          {data.standing === 'inForce' ? null : (
            <span className="quiet small"> ({t(standingKeys[data.standing])})</span>
          )}
          {data.row.unverified && props.catalogue === 'rank' ? (
            <span className="quiet small"> ({t('form.unverified')})</span>
          ) : null}
        </div>
      )}
      style={{ width: '100%' }}
      onChange={(code: string | undefined) => {
        props.onChange(code);
      }}
      onBlur={() => props.onBlur?.()}
    />
  );
}
