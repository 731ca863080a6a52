/** What may be done to a row: other words, its last day, or taking that day away again. Nothing removes it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CatalogueRow } from '../../../shared/catalogue/index.ts';
import type { RowTask } from './row-dialog.tsx';

interface RowActionsProps {
  readonly row: CatalogueRow;
  readonly onTask: (task: RowTask) => void;
}

export function RowActions({ row, onTask }: RowActionsProps) {
  const { t } = useTranslation();
  const label = row.label;
  const ended = row.validTo !== undefined;
  return (
    <div className="toolbar" style={{ gap: 4 }}>
      <Button
        size="small"
        aria-label={t('catalogues.renameOf', { label })}
        onClick={() => {
          onTask({ kind: 'rename', row });
        }}
      >
        {t('catalogues.rename')}
      </Button>
      <Button
        size="small"
        aria-label={t(ended ? 'catalogues.reopenOf' : 'catalogues.endOf', { label })}
        onClick={() => {
          onTask({ kind: ended ? 'reopen' : 'end', row });
        }}
      >
        {t(ended ? 'catalogues.reopen' : 'catalogues.end')}
      </Button>
    </div>
  );
}
