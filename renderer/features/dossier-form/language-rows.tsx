/** Languages: a repeated table; rows keep their ids, so that two people adding rows do not collide. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { valueAt } from '../../../shared/change/describe.ts';
import { languageFields, type Field } from '../../../shared/dossier/fields.ts';
import { tidyText } from '../../../shared/vietnamese/fold.ts';
import { useTerms } from '../../i18n/terms.ts';
import { sectionAnchor } from '../../ui/section-nav.tsx';
import { inputId } from './field-row.tsx';
import { rowsOf } from './form-content.ts';
import { issueValues } from './form-issues.ts';
import { shownIssue, type DossierFormState } from './use-dossier-form.ts';

export function LanguageRows({ form }: { form: DossierFormState }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const ids = rowsOf(form.content, 'languages');
  const add = () => {
    const id = ulid();
    form.act({ do: 'addRow', section: 'languages', id });
    // After the row is on screen.
    requestAnimationFrame(() => {
      document.getElementById(inputId(`languages.${id}.language`))?.focus();
    });
  };
  return (
    <section className="panel" id={sectionAnchor('languages')} tabIndex={-1}>
      <h2 className="section-title">
        <span className="item-number">32.6. </span>
        {t('dossier.languages')}
      </h2>
      {ids.length === 0 ? <p className="quiet">{t('form.noLanguages')}</p> : null}
      {ids.length > 0 ? (
        <table className="plain-table form-table">
          <thead>
            <tr>
              {languageFields.map((field) => (
                <th key={field.path} scope="col">
                  {terms.field(field.path)}
                </th>
              ))}
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {ids.map((id, index) => (
              <tr key={id}>
                {languageFields.map((field) => (
                  <td key={field.path}>
                    <LanguageCell form={form} field={field} row={id} number={index + 1} />
                  </td>
                ))}
                <td>
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('form.removeLanguage', { number: index + 1 })}
                    onClick={() => {
                      form.act({ do: 'removeRow', section: 'languages', id });
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('form.addLanguage')}
      </Button>
    </section>
  );
}

interface LanguageCellProps {
  readonly form: DossierFormState;
  readonly field: Field;
  readonly row: string;
  readonly number: number;
}

function LanguageCell({ form, field, row, number }: LanguageCellProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const path = field.path.replace('*', row);
  const value = valueAt(form.content, path);
  const text = typeof value === 'string' ? value : '';
  const issue = shownIssue(form, path);
  const set = (next: string) => {
    form.act({ do: 'set', path, value: next === '' ? undefined : next });
  };
  return (
    <>
      <Input
        id={inputId(path)}
        value={text}
        autoComplete="off"
        aria-label={`${terms.field(field.path)}, ${t('form.rowNumber', { number })}`}
        status={issue ? 'error' : ''}
        aria-invalid={issue !== undefined}
        onChange={(event) => {
          set(event.target.value);
        }}
        onBlur={() => {
          if (tidyText(text) !== text) set(tidyText(text));
          form.act({ do: 'leave', path });
        }}
      />
      {issue ? (
        <div className="form-note error">{t(`issues.${issue.key}`, issueValues(issue))}</div>
      ) : null}
    </>
  );
}
