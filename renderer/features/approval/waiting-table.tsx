/** The changes to be signed, each with what it changes. */
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatPartialDate } from '../../../shared/calendar/partial-date.ts';
import type { Change } from '../../../shared/change/change.ts';
import { useUnitNames } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ChangeDetails, ChangeSummary, expandButton } from '../change/index.ts';

interface WaitingTableProps {
  readonly changes: readonly Change[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

export function WaitingTable({ changes, chosen, onChoose }: WaitingTableProps) {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  return (
    <Table<Change>
      size="small"
      rowKey="_id"
      aria-label={t('approve.tableLabel')}
      dataSource={[...changes]}
      columns={columns(t, unitName)}
      pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => {
          onChoose(keys.map(String));
        },
        getTitleCheckboxProps: () => ({ 'aria-label': t('desk.selectAll') }),
        getCheckboxProps: (change) => ({
          'aria-label': t('desk.selectRow', { name: change.personName }),
        }),
      }}
      expandable={{
        columnWidth: 40,
        expandedRowRender: (change) => <ChangeDetails change={change} />,
        expandIcon: expandButton(t),
      }}
    />
  );
}

function columns(t: TFunction, unitName: (code: string) => string): TableColumnsType<Change> {
  return [
    { title: t('desk.person'), width: 190, className: 'strong', dataIndex: 'personName' },
    { title: t('desk.what'), render: (_, change) => <ChangeSummary change={change} /> },
    { title: t('common.unit'), width: 230, render: (_, change) => unitName(change.unit) },
    {
      title: t('desk.clockFrom'),
      width: 125,
      className: 'number',
      render: (_, change) => formatPartialDate(change.clockFrom),
    },
    {
      title: t('desk.author'),
      width: 180,
      render: (_, change) => (
        <>
          {change.author.name}
          <div className="quiet small number">{formatInstant(change.authoredAtUtc)}</div>
        </>
      ),
    },
  ];
}
