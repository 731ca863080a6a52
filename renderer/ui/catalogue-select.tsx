/** Chooses a code of a catalogue by code or by word, without marks. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  catalogueRows,
  type CatalogueName,
  type CatalogueRow,
} from '../../shared/catalogue/index.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';

interface CodeOption {
  readonly value: string;
  readonly label: string;
  readonly folded: string;
  readonly row: CatalogueRow;
}

const made = new Map<CatalogueName, readonly CodeOption[]>();

function optionsOf(name: CatalogueName): readonly CodeOption[] {
  const known = made.get(name);
  if (known) return known;
  const options = catalogueRows(name).map((row) => ({
    value: row.code,
    label: name === 'rank' ? `${row.code} – ${row.label}` : row.label,
    folded: foldText([row.code, row.label, ...(row.aliases ?? [])].join(' ')),
    row,
  }));
  made.set(name, options);
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
}

export function CatalogueSelect(props: CatalogueSelectProps) {
  const { t } = useTranslation();
  const options = optionsOf(props.catalogue);
  return (
    <Select<string, CodeOption>
      id={props.id}
      value={props.value ?? null}
      options={[...options]}
      allowClear
      aria-describedby={props.describedBy}
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
