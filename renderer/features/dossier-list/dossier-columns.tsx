/** Columns of the list of dossiers. */
import { ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Tag, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import type { DossierSummary } from '../../../shared/contract/http.ts';
import { genders } from '../../../shared/dossier/content.ts';
import { formatDecimal } from '../../../shared/dossier/display.ts';
import { QuietValue } from '../../ui/quiet-value.tsx';

function Rank({ row }: { row: DossierSummary }) {
  if (!row.rankCode) return <QuietValue value="" />;
  return (
    <>
      <span className="number">{row.rankCode}</span>
      <div className="quiet small">{row.rankName}</div>
    </>
  );
}

function State({ row, t }: { row: DossierSummary; t: TFunction }) {
  if (row.status === 'ended') {
    return <Tag icon={<MinusCircleOutlined aria-hidden />}>{t('dossiers.ended')}</Tag>;
  }
  if (row.openChanges === 0) return <QuietValue value="" />;
  return (
    <Tag color="warning" icon={<ClockCircleOutlined aria-hidden />}>
      {t('dossiers.waiting', { count: row.openChanges })}
    </Tag>
  );
}

/** @param withUnit whether more than one unit can appear */
export function dossierColumns(t: TFunction, withUnit: boolean): TableColumnsType<DossierSummary> {
  return [
    {
      title: t('dossiers.fullName'),
      width: 165,
      render: (_, row) => (
        <Link
          className="strong"
          to={`/dossiers/${row.id}`}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
          }}
        >
          {row.fullName}
        </Link>
      ),
    },
    {
      title: t('dossiers.birthDate'),
      width: 104,
      className: 'number nowrap',
      render: (_, row) => formatPartialDate(row.birthDate),
    },
    { title: t('dossiers.gender'), width: 74, render: (_, row) => genders[row.gender] },
    {
      title: t('dossiers.position'),
      width: 153,
      render: (_, row) => <QuietValue value={row.position} />,
    },
    { title: t('dossiers.rank'), width: 175, render: (_, row) => <Rank row={row} /> },
    {
      title: t('dossiers.step'),
      width: 50,
      align: 'right',
      className: 'number',
      render: (_, row) => <QuietValue value={row.step} />,
    },
    {
      title: t('dossiers.coefficient'),
      width: 62,
      align: 'right',
      className: 'number',
      render: (_, row) => (
        <QuietValue value={row.coefficient === null ? null : formatDecimal(row.coefficient)} />
      ),
    },
    ...(withUnit
      ? [{ title: t('dossiers.unit'), width: 150, dataIndex: 'unitName' as const }]
      : []),
    { title: t('dossiers.state'), width: 168, render: (_, row) => <State row={row} t={t} /> },
  ];
}
