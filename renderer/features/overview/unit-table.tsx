/** Units with their figures and how fresh they are; a number of another office is only as good as its last contact. */
import { WarningOutlined } from '@ant-design/icons';
import { Input, Table, type TableColumnsType } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { ChangeState } from '../../../shared/change/change.ts';
import type { UnitSummary } from '../../../shared/contract/http.ts';
import { formatInteger } from '../../../shared/dossier/display.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import { useTerms, type Terms } from '../../i18n/terms.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatAgo, formatInstant } from '../../ui/instants.ts';
import { QuietValue } from '../../ui/quiet-value.tsx';
import { isSilent } from './totals.ts';

interface UnitTableProps {
  readonly rows: readonly UnitSummary[];
  readonly now: number;
  /** Whether the figures lead to the dossiers and approvals behind them. */
  readonly withLinks: boolean;
}

export function UnitTable({ rows, now, withLinks }: UnitTableProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(foldText(filter));
  const shown = useMemo(
    () => rows.filter(({ unit }) => foldText(`${unit.name} ${unit.code}`).includes(wanted)),
    [rows, wanted],
  );
  return (
    <div className="stack">
      <Input
        type="search"
        allowClear
        aria-label={t('overview.filter')}
        placeholder={t('overview.filter')}
        value={filter}
        style={{ width: 320 }}
        onChange={(event) => {
          setFilter(event.target.value);
        }}
      />
      <Table<UnitSummary>
        size="small"
        rowKey={({ unit }) => unit.code}
        aria-label={t('overview.tableLabel')}
        dataSource={[...shown]}
        columns={columns(t, terms, now, withLinks)}
        scroll={{ x: 1060 }}
        locale={{
          emptyText: (
            <EmptyAdvice title={t('overview.noMatchTitle')} advice={t('overview.noMatchAdvice')} />
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
  terms: Terms,
  now: number,
  withLinks: boolean,
): TableColumnsType<UnitSummary> {
  const count = (state: ChangeState, title: string) => ({
    title,
    width: 100,
    align: 'right' as const,
    className: 'number',
    sorter: (a: UnitSummary, b: UnitSummary) => (a.changes[state] ?? 0) - (b.changes[state] ?? 0),
    render: (_: unknown, row: UnitSummary) => <QuietValue value={row.changes[state]} />,
  });
  const instant = (title: string, of: (row: UnitSummary) => string | null) => ({
    title,
    width: 122,
    sorter: (a: UnitSummary, b: UnitSummary) => ((of(a) ?? '') < (of(b) ?? '') ? -1 : 1),
    render: (_: unknown, row: UnitSummary) => {
      const at = of(row);
      if (at === null) return <span className="quiet">{t('overview.never')}</span>;
      return <span title={formatInstant(at)}>{formatAgo(t, at, now)}</span>;
    },
  });
  const lastApproved = instant(t('overview.lastApproved'), (row) => row.lastApprovedAtUtc);
  const approvedLink = (_: unknown, { unit, lastApprovedAtUtc }: UnitSummary) =>
    lastApprovedAtUtc === null ? (
      <span className="quiet">{t('overview.never')}</span>
    ) : (
      <Link
        to={`/overview?tab=approvals&unit=${unit.code}`}
        aria-label={`${formatAgo(t, lastApprovedAtUtc, now)}: ${t('overview.openApprovals', { unit: unit.name })}`}
      >
        {formatAgo(t, lastApprovedAtUtc, now)}
      </Link>
    );
  return [
    {
      title: t('overview.unit'),
      width: 250,
      render: (_, { unit }) => (
        <>
          <span className="strong">{unit.name}</span>
          <div className="quiet small">
            {unit.code} · {terms.unitKind(unit.kind)}
          </div>
        </>
      ),
    },
    {
      title: t('overview.dossiers'),
      width: 86,
      align: 'right',
      className: 'number',
      sorter: (a, b) => a.dossiers - b.dossiers,
      render: (_, { unit, dossiers }) =>
        withLinks ? (
          <Link
            to={`/overview?tab=dossiers&unit=${unit.code}`}
            aria-label={`${formatInteger(dossiers)}: ${t('overview.openDossiers', { unit: unit.name })}`}
          >
            {formatInteger(dossiers)}
          </Link>
        ) : (
          formatInteger(dossiers)
        ),
    },
    count('submitted', t('overview.submitted')),
    count('verified', t('overview.verified')),
    count('returned', t('overview.returned')),
    count('conflicted', t('overview.conflicted')),
    instant(t('overview.lastReceived'), (row) => row.lastReceivedAtUtc),
    withLinks ? { ...lastApproved, render: approvedLink } : lastApproved,
    {
      ...instant(t('overview.lastContact'), (row) => row.lastContactAtUtc),
      render: (_, row) => <Contact row={row} now={now} />,
    },
  ];
}

function Contact({ row, now }: { row: UnitSummary; now: number }) {
  const { t } = useTranslation();
  const at = row.lastContactAtUtc;
  const text = at === null ? t('overview.never') : formatAgo(t, at, now);
  if (!isSilent(row, now)) return <span title={at ? formatInstant(at) : undefined}>{text}</span>;
  return (
    <span style={{ color: '#9a5b00' }} title={at ? formatInstant(at) : undefined}>
      <WarningOutlined aria-hidden /> {text}
    </span>
  );
}
