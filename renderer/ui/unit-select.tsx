/** Chooses a unit by name or code, without marks. */
import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../shared/unit/unit.ts';
import { foldText } from '../../shared/vietnamese/fold.ts';

interface UnitSelectProps {
  readonly units: readonly Unit[];
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly label: string;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly id?: string;
  readonly width?: number;
}

export function UnitSelect(props: UnitSelectProps) {
  const { t } = useTranslation();
  const options = useMemo(
    () =>
      props.units.map((unit) => ({
        value: unit.code,
        label: unit.name,
        code: unit.code,
        folded: foldText(`${unit.name} ${unit.code}`),
      })),
    [props.units],
  );
  return (
    <Select<string, (typeof options)[number]>
      {...(props.id === undefined ? {} : { id: props.id })}
      aria-label={props.label}
      value={props.value ?? null}
      placeholder={props.placeholder ?? t('common.unit')}
      allowClear={props.allowClear ?? false}
      options={options}
      showSearch={{
        filterOption: (typed, option) => option?.folded.includes(foldText(typed)) ?? false,
      }}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="quiet small">{data.code}</span>
        </>
      )}
      popupMatchSelectWidth={false}
      style={{ width: props.width ?? 280 }}
      onChange={(code: string | undefined) => {
        props.onChange(code);
      }}
    />
  );
}
