/** A table of few fields: one line per row, as on paper. */
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { valueAt } from '../../../shared/change/describe.ts';
import type { Field } from '../../../shared/dossier/fields.ts';
import { useTerms } from '../../i18n/terms.ts';
import { FieldInput } from './field-input.tsx';
import { RequiredMark } from './field-row.tsx';
import { inputId } from './input-id.ts';
import { FieldRemark } from './field-remark.tsx';
import type { RowsProps } from './table-rows.ts';
import { shownIssue, shownRemark, type DossierFormState } from './use-dossier-form.ts';

export function RowLines({ section, form, ids, remove }: RowsProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <table className="plain-table form-table" aria-label={terms.section(section.name)}>
      <thead>
        <tr>
          {section.fields.map((field) => (
            <th key={field.path} scope="col">
              {terms.field(field.path)}
              <RequiredMark field={field} />
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {ids.map((id, index) => (
          <tr key={id}>
            {section.fields.map((field) => (
              <td key={field.path} className={`cell-${field.kind}`}>
                <Cell form={form} field={field} row={id} number={index + 1} />
              </td>
            ))}
            <td>
              <Button
                data-remove-row
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('form.removeRow', { number: index + 1 })}
                onClick={() => {
                  remove(id);
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly form: DossierFormState;
  readonly field: Field;
  readonly row: string;
  readonly number: number;
}

function Cell({ form, field, row, number }: CellProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const path = field.path.replace('*', row);
  const id = inputId(path);
  const issue = shownIssue(form, path);
  return (
    <>
      <FieldInput
        id={id}
        field={field}
        path={path}
        value={valueAt(form.content, path)}
        label={`${terms.field(field.path)}, ${t('form.rowNumber', { number })}`}
        invalid={issue !== undefined}
        describedBy={`${id}-note`}
        act={form.act}
      />
      <FieldRemark id={`${id}-note`} issue={issue} remark={shownRemark(form, path)} />
    </>
  );
}
