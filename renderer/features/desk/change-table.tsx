/** Changes as rows: expand to see what changed, select to act on several at once. */
import { Table } from 'antd';
import { useMemo, useState, type Key } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { useDelivery } from '../../session/index.ts';
import { ChangeDetails, expandButton } from '../change/index.ts';
import { ActionBar } from './action-bar.tsx';
import { changeColumns } from './change-columns.tsx';

interface ChangeTableProps {
  readonly changes: readonly Change[];
  readonly withState: boolean;
  /** False for an office that only looks: no ticks, no buttons that never open. */
  readonly mayAct: boolean;
}

export function ChangeTable({ changes, withState, mayAct }: ChangeTableProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ids = useMemo(() => changes.map((change) => change._id), [changes]);
  const delivery = useDelivery(ids);
  // A row that has moved on takes its tick with it.
  const selected = changes.filter((change) => chosen.includes(change._id));
  const rowSelection = {
    selectedRowKeys: selected.map((change) => change._id),
    onChange: (keys: readonly Key[]) => {
      setChosen(keys.map(String));
    },
    getTitleCheckboxProps: () => ({ 'aria-label': t('desk.selectAll') }),
    getCheckboxProps: (change: Change) => ({
      'aria-label': t('desk.selectRow', { name: change.personName }),
    }),
  };
  return (
    <div className="stack">
      {mayAct ? (
        <ActionBar
          changes={selected}
          onDone={() => {
            setChosen([]);
          }}
        />
      ) : null}
      <Table<Change>
        size="small"
        rowKey="_id"
        aria-label={t('desk.tableLabel')}
        dataSource={[...changes]}
        columns={changeColumns(t, { withState, delivery })}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        {...(mayAct ? { rowSelection } : {})}
        expandable={{
          columnWidth: 40,
          expandedRowRender: (change) => <ChangeDetails change={change} />,
          expandIcon: expandButton(t),
        }}
      />
    </div>
  );
}
