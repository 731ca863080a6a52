/** Chooses a code of a catalogue by code or by word, without marks: rows in force first, past ones marked. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import {
  catalogueRows,
  isInForce,
  textsOf,
  type CatalogueName,
  type CatalogueRow,
} from '../../shared/catalogue/index.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';

interface CodeOption {
  readonly value: string;
  readonly label: string;
  readonly folded: string;
  readonly row: CatalogueRow;
  readonly standing: 'inForce' | 'past' | 'notYet';
}

function standingOn(row: CatalogueRow, day: string): CodeOption['standing'] {
  if (isInForce(row, day)) return 'inForce';
  return row.validTo !== undefined && row.validTo < day ? 'past' : 'notYet';
}

const standingKeys = { past: 'form.past', notYet: 'form.notYet' } as const;

const made = new WeakMap<readonly CatalogueRow[], Map<string, readonly CodeOption[]>>();

/** The choices of a list on a day: what stands first, in the order of the list, then what does not. */
function optionsOf(name: CatalogueName, day: string): readonly CodeOption[] {
  const rows = catalogueRows(name);
  const ofDay = made.get(rows)?.get(day);
  if (ofDay) return ofDay;
  const options = rows
    .map((row) => ({
      value: row.code,
      label: name === 'rank' ? `${row.code} – ${row.label}` : row.label,
      folded: foldText(textsOf(row).join(' ')),
      row,
      standing: standingOn(row, day),
    }))
    .toSorted((a, b) => Number(a.standing !== 'inForce') - Number(b.standing !== 'inForce'));
  made.set(rows, new Map([[day, options]]));
  return options;
}

/** Every typed word must begin somewhere in the row: `gv mam 3` and `07.02` both find. */
export function matchesTyped(typed: string, folded: string): boolean {
  return foldText(typed)
    .split(' ')
    .every((word) => folded.includes(word));
}

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
  const today = civilDateInVietnam(new Date().toISOString());
  const options = [...optionsOf(props.catalogue, today)];
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
