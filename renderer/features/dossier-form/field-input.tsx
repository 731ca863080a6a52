/** The input of one field, by its kind. */
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { JsonValue } from '../../../shared/canonical/json.ts';
import { genders } from '../../../shared/dossier/content.ts';
import type { Field } from '../../../shared/dossier/fields.ts';
import { assertNever } from '../../../shared/errors/index.ts';
import { tidyText } from '../../../shared/vietnamese/fold.ts';
import { CatalogueSelect } from '../../ui/catalogue-select.tsx';
import { SuggestedText } from '../../ui/suggested-text.tsx';
import { TypedField, type Reading } from '../../ui/typed-field.tsx';
import {
  readCivilDate,
  readDecimal,
  readInteger,
  readPartialDate,
  showDate,
  showDecimal,
  showInteger,
} from '../../ui/typed-readings.ts';
import type { IssueKey } from './form-issues.ts';
import type { FormAction } from './use-dossier-form.ts';

export interface FieldInputProps {
  readonly id: string;
  readonly field: Field;
  readonly path: string;
  readonly value: JsonValue | undefined;
  readonly invalid: boolean;
  readonly describedBy: string;
  /** Where no label element stands beside the box, as in a table. */
  readonly label?: string;
  readonly act: (action: FormAction) => void;
}

const textOf = (value: JsonValue | undefined) => (typeof value === 'string' ? value : undefined);
const numberOf = (value: JsonValue | undefined) => (typeof value === 'number' ? value : undefined);

export function FieldInput(props: FieldInputProps) {
  const { field, path, value, act } = props;
  const set = (next: JsonValue | undefined) => {
    act({ do: 'set', path, value: next });
  };
  const take = (reading: Reading<string | number>, key: IssueKey) => {
    if (reading.read === 'unreadable') act({ do: 'unreadable', path, key });
    else set(reading.read === 'value' ? reading.value : undefined);
  };
  const shared = {
    id: props.id,
    invalid: props.invalid,
    describedBy: props.describedBy,
    ...(props.label === undefined ? {} : { label: props.label }),
    onBlur: () => {
      act({ do: 'leave', path });
    },
  };
  switch (field.kind) {
    case 'text':
      if (field.suggest) {
        return (
          <SuggestedText
            {...shared}
            catalogue={field.suggest}
            value={textOf(value)}
            onChange={set}
          />
        );
      }
      return <TextInput {...props} set={set} />;
    case 'longText':
    case 'digits':
      return <TextInput {...props} set={set} />;
    case 'partialDate':
    case 'date':
      return <DateInput {...shared} kind={field.kind} value={textOf(value)} take={take} />;
    case 'year':
    case 'integer':
    case 'decimal':
      return (
        <NumberInput
          {...shared}
          kind={field.kind}
          unit={field.unit}
          value={numberOf(value)}
          take={take}
        />
      );
    case 'choice':
      return field.catalogue ? (
        <CatalogueSelect
          {...shared}
          catalogue={field.catalogue}
          value={textOf(value)}
          onChange={set}
        />
      ) : null;
    case 'gender':
    case 'yesNo':
      return <RadioInput {...props} set={set} />;
    default:
      return assertNever(field.kind);
  }
}

interface TypedInputProps<K extends Field['kind'], V> {
  readonly id: string;
  readonly kind: K;
  readonly value: V | undefined;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly label?: string;
  readonly onBlur: () => void;
  readonly take: (reading: Reading<V>, key: IssueKey) => void;
}

function DateInput({ kind, take, ...shared }: TypedInputProps<'date' | 'partialDate', string>) {
  const whole = kind === 'date';
  return (
    <TypedField<string>
      {...shared}
      read={whole ? readCivilDate : readPartialDate}
      show={showDate}
      placeholder="dd/mm/yyyy"
      onChange={(reading) => {
        take(reading, whole ? 'wholeDate' : 'date');
      }}
    />
  );
}

type NumberKind = 'year' | 'integer' | 'decimal';
const showNumber = { year: String, integer: showInteger, decimal: showDecimal } as const;

function NumberInput({
  kind,
  unit,
  take,
  ...shared
}: TypedInputProps<NumberKind, number> & { readonly unit: string | undefined }) {
  const decimal = kind === 'decimal';
  return (
    <TypedField<number>
      {...shared}
      read={decimal ? readDecimal : readInteger}
      show={showNumber[kind]}
      inputMode={decimal ? 'decimal' : 'numeric'}
      {...(unit === undefined ? {} : { suffix: unit })}
      onChange={(reading) => {
        take(reading, decimal ? 'number' : 'integer');
      }}
    />
  );
}

type Setter = { readonly set: (value: JsonValue | undefined) => void };

/** Free text; tidied (one normal form, single spaces) when the box is left. */
function TextInput({
  id,
  field,
  path,
  value,
  invalid,
  describedBy,
  label,
  act,
  set,
}: FieldInputProps & Setter) {
  const text = textOf(value) ?? '';
  const shared = {
    id,
    value: text,
    status: invalid ? ('error' as const) : ('' as const),
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    ...(label === undefined ? {} : { 'aria-label': label }),
    onBlur: () => {
      const tidy = field.kind === 'digits' ? text.replaceAll(/\s/g, '') : tidyText(text);
      if (tidy !== text) set(tidy === '' ? undefined : tidy);
      act({ do: 'leave', path });
    },
  };
  const onChange = (event: { readonly target: { readonly value: string } }) => {
    set(event.target.value === '' ? undefined : event.target.value);
  };
  if (field.kind === 'longText') {
    return <Input.TextArea {...shared} rows={2} className="grows" onChange={onChange} />;
  }
  return (
    <Input
      {...shared}
      autoComplete="off"
      inputMode={field.kind === 'digits' ? 'numeric' : 'text'}
      onChange={onChange}
    />
  );
}

function RadioInput(props: FieldInputProps & Setter) {
  const { id, field, value, set, act, path, describedBy, label } = props;
  const { t } = useTranslation();
  const options =
    field.kind === 'gender'
      ? [
          { value: 'male', label: genders.male },
          { value: 'female', label: genders.female },
        ]
      : [
          { value: true, label: t('common.yes') },
          { value: false, label: t('common.no') },
          ...(value === undefined ? [] : [{ value: '', label: t('common.unknown') }]),
        ];
  return (
    <Radio.Group
      id={id}
      name={id}
      {...(label === undefined ? { 'aria-labelledby': `${id}-label` } : { 'aria-label': label })}
      aria-describedby={describedBy}
      value={value}
      options={options}
      style={{ minHeight: 32, alignItems: 'center', display: 'flex' }}
      onChange={(event) => {
        const chosen = event.target.value as string | boolean;
        set(chosen === '' ? undefined : chosen);
        act({ do: 'leave', path });
      }}
    />
  );
}
