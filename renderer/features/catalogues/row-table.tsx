/** The rows of a list, found by code or by word without marks; a row that does not stand today says so in words. */
import { Checkbox, Input, Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam, formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import { isInForce, textsOf, type CatalogueRow } from '../../../shared/catalogue/index.ts';
import { traitValue } from '../../../shared/catalogue/traits.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import { matchesTyped } from '../../ui/catalogue-options.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import type { RowTask } from './row-dialog.tsx';
import { RowActions } from './row-actions.tsx';
import { choiceWords } from './trait-words.ts';
import type { ListView } from './use-catalogues.ts';

interface RowTableProps {
  readonly list: ListView;
  /** Null: the account may only look. */
  readonly onTask: ((task: RowTask) => void) | null;
}

export function RowTable({ list, onTask }: RowTableProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [onlyInForce, setOnlyInForce] = useState(true);
  const wanted = useDeferredValue(typed);
  const today = civilDateInVietnam(new Date().toISOString());
  const folded = useMemo(
    () => list.rows.map((row) => [row, foldText(textsOf(row).join(' '))] as const),
    [list.rows],
  );
  const shown = folded
    .filter(([row, text]) => (!onlyInForce || isInForce(row, today)) && matchesTyped(wanted, text))
    .map(([row]) => row);
  return (
    <div className="stack tight">
      <div className="toolbar">
        <Input
          type="search"
          aria-label={t('catalogues.search')}
          placeholder={t('catalogues.search')}
          value={typed}
          style={{ width: 320 }}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <Checkbox
          checked={onlyInForce}
          onChange={(event) => {
            setOnlyInForce(event.target.checked);
          }}
        >
          {t('catalogues.onlyInForce')}
        </Checkbox>
        <span className="quiet" role="status">
          {t('catalogues.shown', { count: shown.length, total: list.rows.length })}
        </span>
      </div>
      <Table<CatalogueRow>
        size="small"
        rowKey="code"
        aria-label={t('catalogues.rowsLabel')}
        dataSource={shown}
        columns={columns(t, list, today, onTask)}
        scroll={{ x: 1000 }}
        locale={{
          emptyText: (
            <EmptyAdvice title={t('catalogues.noRow')} advice={t('catalogues.noRowAdvice')} />
          ),
        }}
        pagination={{
          pageSize: 50,
          hideOnSinglePage: true,
          showSizeChanger: false,
          showTotal: (total, [first, last]) => t('common.pageTotal', { first, last, total }),
        }}
      />
    </div>
  );
}

function columns(
  t: TFunction,
  { name, rows, edits }: ListView,
  today: string,
  onTask: RowTableProps['onTask'],
): TableColumnsType<CatalogueRow> {
  const edited = new Set(edits.map(({ edit }) => edit.code));
  const labels = new Map(rows.map(({ code, label }) => [code, label]));
  const all: TableColumnsType<CatalogueRow> = [
    {
      title: t('catalogues.code'),
      width: 150,
      render: (_, { code }) => <span className="break-anywhere">{code}</span>,
    },
    {
      title: t('catalogues.label'),
      render: (_, row) => (
        <RowWords row={row} edited={edited.has(row.code)} trait={traitWordsOf(row)} />
      ),
    },
    {
      title: t('catalogues.validity'),
      width: 210,
      render: (_, row) => <Validity row={row} today={today} labels={labels} />,
    },
    {
      title: t('catalogues.source'),
      width: 260,
      render: (_, { source, unverified }) => (
        <>
          {source}
          {unverified ? <div className="quiet small">{t('catalogues.unverified')}</div> : null}
        </>
      ),
    },
  ];
  function traitWordsOf(row: CatalogueRow): string | undefined {
    const value = traitValue(name, row);
    return value === undefined ? undefined : choiceWords(t, value);
  }
  if (!onTask) return all;
  return [
    ...all,
    {
      title: t('catalogues.actions'),
      width: 150,
      render: (_, row) => <RowActions row={row} onTask={onTask} />,
    },
  ];
}

interface RowWordsProps {
  readonly row: CatalogueRow;
  readonly edited: boolean;
  readonly trait: string | undefined;
}

function RowWords({ row: { label, aliases }, edited, trait }: RowWordsProps) {
  const { t } = useTranslation();
  return (
    <>
      <span className="strong">{label}</span>
      {trait === undefined ? null : <span className="quiet"> · {trait}</span>}
      {edited ? <span className="quiet small"> · {t('catalogues.editedMark')}</span> : null}
      {aliases ? (
        <div className="quiet small">
          {t('catalogues.alsoWritten', { words: aliases.join('; ') })}
        </div>
      ) : null}
    </>
  );
}

interface ValidityProps {
  readonly row: CatalogueRow;
  readonly today: string;
  readonly labels: ReadonlyMap<string, string>;
}

function Validity({ row, today, labels }: ValidityProps) {
  const { t } = useTranslation();
  const { validFrom, validTo, successor } = row;
  const standing = isInForce(row, today)
    ? t('catalogues.inForce')
    : t(validTo !== undefined && validTo < today ? 'form.past' : 'form.notYet');
  const days = [
    validFrom === undefined ? '' : t('catalogues.from', { day: formatPartialDate(validFrom) }),
    validTo === undefined ? '' : t('catalogues.until', { day: formatPartialDate(validTo) }),
  ].filter((text) => text !== '');
  return (
    <>
      <span>{standing.charAt(0).toLocaleUpperCase('vi') + standing.slice(1)}</span>
      {days.length > 0 ? <div className="quiet small">{days.join(', ')}</div> : null}
      {successor === undefined ? null : (
        <div className="quiet small">
          {t('catalogues.replacedBy', { code: successor, label: labels.get(successor) ?? '' })}
        </div>
      )}
    </>
  );
}
