/** Who edited what of a list, when and why; the newest first. */
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import type { CatalogueEdit, RowEdit } from '../../../shared/catalogue/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatInstant } from '../../ui/instants.ts';
import type { ListView } from './use-catalogues.ts';

interface HistoryLine extends CatalogueEdit {
  readonly version: number;
}

export function EditHistory({ list }: { readonly list: ListView }) {
  const { t } = useTranslation();
  const lines = list.edits.map((edit, at) => ({ ...edit, version: at + 1 })).toReversed();
  return (
    <Table<HistoryLine>
      size="small"
      rowKey="version"
      aria-label={t('catalogues.historyLabel')}
      dataSource={lines}
      columns={columns(t)}
      scroll={{ x: 900 }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{
        emptyText: (
          <EmptyAdvice title={t('catalogues.noEdit')} advice={t('catalogues.noEditAdvice')} />
        ),
      }}
    />
  );
}

const columns = (t: TFunction): TableColumnsType<HistoryLine> => [
  { title: t('catalogues.version'), dataIndex: 'version', width: 70, className: 'number' },
  { title: t('catalogues.editedAt'), width: 150, render: (_, { atUtc }) => formatInstant(atUtc) },
  {
    title: t('catalogues.editedBy'),
    width: 190,
    render: (_, { by }) => (
      <>
        {by.name} <span className="quiet small">({by.account})</span>
      </>
    ),
  },
  { title: t('catalogues.code'), width: 170, render: (_, { edit }) => edit.code },
  { title: t('catalogues.what'), render: (_, { edit }) => saidBy(t, edit) },
  { title: t('catalogues.reason'), dataIndex: 'reason', width: 260 },
];

const dayOrNone = (t: TFunction, day: string | null): string =>
  day === null ? t('catalogues.noDay') : formatPartialDate(day);

/** One edit in words, part by part. */
function saidBy(t: TFunction, edit: RowEdit): string {
  if (edit.kind === 'add')
    return t('catalogues.didAdd', { label: edit.row.label, source: edit.row.source });
  const { label, aliases, validFrom, validTo, successor, source } = edit.set;
  return [
    label === undefined ? '' : t('catalogues.didRename', { label }),
    aliases === undefined ? '' : t('catalogues.didAliases', { words: aliases.join('; ') || '–' }),
    validFrom === undefined ? '' : t('catalogues.didFrom', { day: dayOrNone(t, validFrom) }),
    validTo === undefined ? '' : t('catalogues.didUntil', { day: dayOrNone(t, validTo) }),
    successor == null ? '' : t('catalogues.didReplace', { code: successor }),
    source === undefined ? '' : t('catalogues.didSource', { source }),
  ]
    .filter((text) => text !== '')
    .join('. ');
}
