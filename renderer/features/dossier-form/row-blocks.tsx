/** A table of many fields: each row a block with its fields in a grid, named so that rows are told apart. */
import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { valueAt } from '../../../shared/change/describe.ts';
import { nameOfRow } from '../../../shared/dossier/rows.ts';
import { FieldRow } from './field-row.tsx';
import type { RowsProps } from './table-rows.ts';
import { shownIssue, shownRemark } from './use-dossier-form.ts';

export function RowBlocks({ section, form, ids, remove }: RowsProps) {
  const { t } = useTranslation();
  return ids.map((id, index) => {
    const number = index + 1;
    const name = nameOfRow(section, valueAt(form.content, `${section.name}.${id}`));
    const title = t('form.rowNumber', { number }) + (name === '' ? '' : `: ${name}`);
    return (
      <div key={id} role="group" aria-label={title} className="form-row-block" data-row>
        <div className="form-row-head">
          <strong>{title}</strong>
          <Button
            size="small"
            type="text"
            data-remove-row
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('form.removeRow', { number })}
            onClick={() => {
              remove(id);
            }}
          />
        </div>
        <div className="form-grid narrow">
          {section.fields.map((field) => {
            const path = field.path.replace('*', id);
            return (
              <FieldRow
                key={path}
                field={field}
                path={path}
                value={valueAt(form.content, path)}
                before={valueAt(form.base, path)}
                isNew={
                  form.base === undefined ||
                  valueAt(form.base, `${section.name}.${id}`) === undefined
                }
                issue={shownIssue(form, path)}
                remark={shownRemark(form, path)}
                act={form.act}
              />
            );
          })}
        </div>
      </div>
    );
  });
}
