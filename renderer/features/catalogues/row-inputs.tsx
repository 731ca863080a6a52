/** The boxes of the window for one edit. Each says what is wrong with it before anything is sent. */
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { editLimits, rowCodeSchema, type CatalogueRow } from '../../../shared/catalogue/index.ts';
import type { Trait } from '../../../shared/catalogue/traits.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import { readCivilDate } from '../../ui/typed-readings.ts';
import type { RowFields } from './row-fields.ts';
import { choiceWords } from './trait-words.ts';

export function CodeField() {
  const { t } = useTranslation();
  return (
    <Form.Item<RowFields>
      name="code"
      label={t('catalogues.code')}
      extra={t('catalogues.codeHint')}
      rules={[
        { required: true, whitespace: true, message: t('catalogues.codeRequired') },
        {
          validator: (_, typed: string | undefined) =>
            !typed?.trim() || rowCodeSchema.safeParse(typed.trim()).success
              ? Promise.resolve()
              : Promise.reject(new Error(t('catalogues.codeWrong'))),
        },
      ]}
    >
      <Input autoFocus autoComplete="off" spellCheck={false} maxLength={32} />
    </Form.Item>
  );
}

export function TextFields({ first = false }: { readonly first?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item<RowFields>
        name="label"
        label={t('catalogues.label')}
        rules={[{ required: true, whitespace: true, message: t('catalogues.labelRequired') }]}
      >
        <Input autoFocus={first} autoComplete="off" maxLength={editLimits.label} />
      </Form.Item>
      <Form.Item<RowFields>
        name="aliases"
        label={t('catalogues.aliases')}
        extra={t('catalogues.aliasesHint')}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item<RowFields>
        name="source"
        label={t('catalogues.source')}
        extra={t('catalogues.sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('catalogues.sourceRequired') }]}
      >
        <Input autoComplete="off" maxLength={editLimits.source} />
      </Form.Item>
    </>
  );
}

export function TraitField({ trait }: { readonly trait: Trait }) {
  const { t } = useTranslation();
  return (
    <Form.Item<RowFields>
      name="trait"
      label={t('catalogues.traitLabel')}
      rules={[{ required: true, message: t('catalogues.traitRequired') }]}
    >
      <Select
        options={trait.choices.map((value) => ({ value, label: choiceWords(t, value) }))}
        showSearch={{
          filterOption: (typed, option) => foldText(option?.label ?? '').includes(foldText(typed)),
        }}
      />
    </Form.Item>
  );
}

interface DayFieldProps {
  readonly name: 'validFrom' | 'validTo';
  readonly required: boolean;
}

export function DayField({ name, required }: DayFieldProps) {
  const { t } = useTranslation();
  return (
    <Form.Item<RowFields>
      name={name}
      label={t(name === 'validFrom' ? 'catalogues.validFrom' : 'catalogues.validTo')}
      {...(required ? {} : { extra: t('catalogues.validFromHint') })}
      rules={[
        {
          validator: (_, typed: string | undefined) => {
            const { read } = readCivilDate(typed ?? '');
            if (read === 'value' || (read === 'nothing' && !required)) return Promise.resolve();
            return Promise.reject(new Error(t('catalogues.dayWrong')));
          },
        },
      ]}
    >
      <Input
        autoFocus={required}
        autoComplete="off"
        placeholder="dd/mm/yyyy"
        style={{ width: 160 }}
      />
    </Form.Item>
  );
}

export function SuccessorField({ rows }: { readonly rows: readonly CatalogueRow[] }) {
  const { t } = useTranslation();
  return (
    <Form.Item<RowFields>
      name="successor"
      label={t('catalogues.successor')}
      extra={t('catalogues.successorHint')}
    >
      <Select
        allowClear
        options={rows.map(({ code, label }) => ({ value: code, label: `${code} – ${label}` }))}
        showSearch={{
          filterOption: (typed, option) => foldText(option?.label ?? '').includes(foldText(typed)),
        }}
      />
    </Form.Item>
  );
}

export function ReasonField({ first }: { readonly first: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.Item<RowFields>
      name="reason"
      label={t('catalogues.reason')}
      rules={[{ required: true, whitespace: true, message: t('catalogues.reasonRequired') }]}
    >
      <Input.TextArea rows={2} autoFocus={first} maxLength={editLimits.reason} />
    </Form.Item>
  );
}
