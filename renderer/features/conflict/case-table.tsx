/**
 * Field by field: what stood before, what the dossier says now and by whom, what the change wants. With a form
 * each side is a choice; the rows that nobody else touched stand below, and go on unless they are given up.
 */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictCase, ConflictRow } from '../../../shared/change/conflict-case.ts';
import { fieldAt } from '../../../shared/dossier/fields.ts';
import { formatInstant } from '../../ui/instants.ts';
import { CaseRow } from './case-row.tsx';
import { QuietRows } from './quiet-rows.tsx';
import type { DecisionForm } from './use-decisions.ts';

interface CaseTableProps {
  readonly found: ConflictCase;
  /** Null for who only looks. */
  readonly form: DecisionForm | null;
}

const isSensitive = ({ path }: ConflictRow) => fieldAt(path)?.sensitive === true;

export function CaseTable({ found, form }: CaseTableProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const overlapping = found.rows.filter(({ overlaps }) => overlaps);
  const quiet = found.rows.filter(({ overlaps }) => !overlaps);
  const { author, authoredAtUtc } = found.change;
  return (
    <div className="stack">
      {found.baseKnown ? null : <div className="quiet">{t('conflict.baseUnknown')}</div>}
      <table className="case-table" aria-label={t('conflict.tableLabel')}>
        <colgroup>
          {(form ? [16, 14, 27, 22, 21] : [20, 20, 32, 28]).map((width, index) => (
            <col key={index} style={{ width: `${String(width)}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('change.field')}</th>
            <th scope="col">{t('conflict.base')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">
              {t('conflict.mine')}
              <div className="quiet small">
                {author.name}, {formatInstant(authoredAtUtc)}
              </div>
            </th>
            {form ? <th scope="col">{t('conflict.other')}</th> : null}
          </tr>
        </thead>
        {overlapping.map((row) => (
          <CaseRow
            key={row.path}
            found={found}
            row={row}
            form={form}
            hidden={isSensitive(row) && !shown}
          />
        ))}
      </table>
      {found.rows.some((row) => isSensitive(row) && !row.hidden) ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              setShown(!shown);
            }}
          >
            {t(shown ? 'change.hideSensitive' : 'change.showSensitive')}
          </Button>
        </div>
      ) : null}
      <QuietRows rows={quiet} form={form} isHidden={(row) => isSensitive(row) && !shown} />
    </div>
  );
}
