/** A field with its label, its error, and what it said before. */
import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckRemark } from '../../../shared/checks/index.ts';
import type { JsonValue } from '../../../shared/canonical/json.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import { sectionAt, type Field } from '../../../shared/dossier/fields.ts';
import { useTerms } from '../../i18n/terms.ts';
import { FieldInput } from './field-input.tsx';
import { inputId } from './input-id.ts';
import { FieldRemark } from './field-remark.tsx';
import type { Issue } from './form-issues.ts';
import type { FormAction } from './use-dossier-form.ts';

interface FieldRowProps {
  readonly field: Field;
  readonly path: string;
  readonly value: JsonValue | undefined;
  /** What the dossier says; only when there is a dossier. */
  readonly before: JsonValue | undefined;
  readonly isNew: boolean;
  readonly issue: Issue | undefined;
  readonly remark: CheckRemark | undefined;
  readonly act: (action: FormAction) => void;
}

export function RequiredMark({ field }: { field: Field }) {
  if (!field.required) return null;
  return (
    <span aria-hidden style={{ color: '#b3261e' }}>
      {'\u00a0'}*
    </span>
  );
}

export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { field, path, value, issue, act } = props;
  const terms = useTerms();
  const id = inputId(path);
  const isGroup = field.kind === 'gender' || field.kind === 'yesNo';
  const label = (
    <>
      {field.item === '' || field.item === sectionAt(path)?.item ? null : (
        <span className="item-number">{field.item}. </span>
      )}
      {terms.field(field.path)}
      <RequiredMark field={field} />
    </>
  );
  return (
    <div className={field.kind === 'longText' ? 'form-field wide' : 'form-field'}>
      {isGroup ? (
        <span className="form-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="form-label" htmlFor={id}>
          {label}
        </label>
      )}
      <FieldInput
        id={id}
        field={field}
        path={path}
        value={value}
        invalid={issue !== undefined}
        describedBy={`${id}-note`}
        act={act}
      />
      <FieldNote {...props} id={`${id}-note`} />
    </div>
  );
});

/** One line under a field: the error, or what stood there before. */
function FieldNote({
  field,
  path,
  value,
  before,
  isNew,
  issue,
  remark,
  act,
  id,
}: FieldRowProps & { id: string }) {
  const { t } = useTranslation();
  const terms = useTerms();
  if (issue || remark) return <FieldRemark id={id} issue={issue} remark={remark} />;
  if (isNew || before === value) return <div id={id} className="form-note" />;
  const old = displayValue(before, field);
  return (
    <div id={id} className="form-note">
      {old === '' ? t('form.wasEmpty') : t('form.was', { before: old })}
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<UndoOutlined />}
        aria-label={t('form.undo', { field: terms.field(field.path) })}
        title={t('form.undo', { field: terms.field(field.path) })}
        onClick={() => {
          act({ do: 'set', path, value: before });
        }}
      />
    </div>
  );
}
