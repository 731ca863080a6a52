/** The fields of the change that nobody else touched: they go on with the decision, unless given up. */
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConflictRow } from '../../../shared/change/conflict-case.ts';
import { displayValue } from '../../../shared/dossier/display.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import { useTerms } from '../../i18n/terms.ts';
import { HiddenValue } from '../../ui/hidden-value.tsx';
import { choiceId } from './case-row.tsx';
import type { DecisionForm } from './use-decisions.ts';

interface QuietRowsProps {
  readonly rows: readonly ConflictRow[];
  readonly form: DecisionForm | null;
  readonly isHidden: (row: ConflictRow) => boolean;
}

export function QuietRows({ rows, form, isHidden }: QuietRowsProps) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <div className="stack tight">
      <h3 className="section-title" style={{ margin: 0 }}>
        {t('conflict.quietTitle', { count: rows.length })}
      </h3>
      <p className="quiet" style={{ margin: 0 }}>
        {t('conflict.quietText')}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('change.field')}</th>
            <th scope="col">{t('change.before')}</th>
            <th scope="col">{t('change.after')}</th>
            {form ? <th scope="col">{t('conflict.giveUp')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <QuietRow key={row.path} row={row} form={form} hidden={isHidden(row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface QuietRowProps {
  readonly row: ConflictRow;
  readonly form: DecisionForm | null;
  readonly hidden: boolean;
}

function QuietRow({ row, form, hidden }: QuietRowProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const text = (value: ConflictRow['mine']) => {
    if (row.hidden) return <HiddenValue />;
    const shown = displayValue(value, fieldAt(row.path));
    return shown === '' ? t('change.empty') : hidden ? '••••••' : shown;
  };
  return (
    <tr>
      <td>{terms.field(row.path)}</td>
      <td className="quiet break-anywhere">{text(row.theirs)}</td>
      <td className="strong break-anywhere">{text(row.mine)}</td>
      {form ? (
        <td style={{ width: '34%' }}>
          <GiveUp row={row} form={form} />
        </td>
      ) : null}
    </tr>
  );
}

function GiveUp({ row, form }: { readonly row: ConflictRow; readonly form: DecisionForm }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { take, reason } = form.draftOf(row.path);
  const field = terms.field(row.path);
  const lacks = form.asked && form.missing.includes(row.path);
  return (
    <>
      <Checkbox
        checked={take === 'theirs'}
        aria-label={t('conflict.giveUpField', { field })}
        onChange={(event) => {
          const draft = { take: event.target.checked ? ('theirs' as const) : null };
          form.act({ do: 'edit', path: row.path, draft });
        }}
      >
        {t('conflict.giveUpShort')}
      </Checkbox>
      {take === null ? null : (
        <Input
          id={`${choiceId(row.path)}-reason`}
          size="small"
          value={reason}
          maxLength={1000}
          status={lacks ? 'error' : ''}
          aria-label={`${t('conflict.reason')}: ${field}`}
          placeholder={t('conflict.reason')}
          onChange={(event) => {
            form.act({ do: 'edit', path: row.path, draft: { reason: event.target.value } });
          }}
        />
      )}
    </>
  );
}
