/** Search box, unit filter and the paged table of dossiers; driven by keyboard alone if need be. */
import { Input, Table, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DossierSummary } from '../../../shared/contract/http.ts';
import { useDossiers, usePort } from '../../session/index.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { focusFirstRow, moveBetweenRows, openingRow, useSlashFocus } from '../../ui/row-keys.ts';
import { UnitSelect } from '../../ui/unit-select.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { dossierColumns } from './dossier-columns.tsx';
import { useListAddress } from './list-address.ts';
import { NoDossiers } from './no-dossiers.tsx';
import { useReadableUnits } from './use-readable-units.ts';

const pageSize = 50;

export function DossierSearch({ empty }: { empty: ReactNode }) {
  const { t } = useTranslation();
  const [address, changeAddress] = useListAddress();
  // The router's updates are transitions: an input bound to them would lose letters while typing.
  const [typed, setTyped] = useState(address.text);
  const { place } = usePort();
  // On this PC the answer comes at once; the centre is asked when the typing pauses.
  const text = useSettled(typed, place === 'remote' ? 200 : 0);
  const search = (next: string) => {
    setTyped(next);
    changeAddress({ text: next });
  };
  const query = useDossiers({
    ...(text.trim() ? { text } : {}),
    ...(address.unit === undefined ? {} : { unit: address.unit }),
    offset: (address.page - 1) * pageSize,
    limit: pageSize,
  });
  // Rows of the question before are not to be opened for the new one.
  const settled = text === typed && !query.isPlaceholderData;
  const { box, onKeyDown } = useRowsOnceSettled(settled);
  const narrowed = text.trim() !== '' || address.unit !== undefined;
  return (
    // Arrow keys travel from the search box into the rows and between them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- box and rows inside have the focus
    <div ref={box} onKeyDown={onKeyDown} className="stack">
      <SearchLine typed={typed} onType={search} total={query.data?.total} />
      <QueryView query={query}>
        {(data) =>
          data.total === 0 ? (
            narrowed ? (
              <NoDossiers
                onClear={() => {
                  setTyped('');
                  changeAddress({ text: '', unit: undefined });
                }}
              />
            ) : (
              empty
            )
          ) : (
            <DossierTable rows={data.rows} total={data.total} />
          )
        }
      </QueryView>
      <div className="quiet small">{t('dossiers.searchHint')}</div>
    </div>
  );
}

/** An arrow pressed while the answer is on its way takes effect when it is there. */
function useRowsOnceSettled(settled: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const waiting = useRef(false);
  useEffect(() => {
    if (!settled || !waiting.current) return;
    waiting.current = false;
    focusFirstRow(box.current);
  }, [settled]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (settled) moveBetweenRows(event);
    else if (event.key === 'ArrowDown') {
      event.preventDefault();
      waiting.current = true;
    }
  };
  return { box, onKeyDown };
}

interface SearchLineProps {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly total: number | undefined;
}

function SearchLine({ typed, onType, total }: SearchLineProps) {
  const { t } = useTranslation();
  const [address, changeAddress] = useListAddress();
  const units = useReadableUnits();
  const box = useRef<InputRef>(null);
  useSlashFocus(box);
  return (
    <div className="toolbar">
      <Input
        ref={box}
        type="search"
        allowClear
        aria-label={t('dossiers.search')}
        placeholder={t('dossiers.search')}
        value={typed}
        style={{ width: 340 }}
        onChange={(event) => {
          onType(event.target.value);
        }}
      />
      {units.length > 1 ? (
        <UnitSelect
          units={units}
          value={address.unit}
          allowClear
          label={t('common.unit')}
          placeholder={t('common.allUnits')}
          onChange={(unit) => {
            changeAddress({ unit });
          }}
        />
      ) : null}
      <span className="quiet" role="status">
        {total === undefined ? '' : t('dossiers.count', { count: total })}
      </span>
    </div>
  );
}

function DossierTable({ rows, total }: { rows: readonly DossierSummary[]; total: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [address, changeAddress] = useListAddress();
  const units = useReadableUnits();
  return (
    <Table<DossierSummary>
      size="small"
      aria-label={t('dossiers.tableLabel')}
      rowKey="id"
      columns={dossierColumns(t, units.length > 1)}
      dataSource={[...rows]}
      // A few rows need no bar of their own beside them.
      scroll={rows.length > 5 ? { y: 'calc(100vh - 300px)', x: 1000 } : { x: 1000 }}
      onRow={(row, index) => openingRow(() => void navigate(`/dossiers/${row.id}`), index)}
      pagination={{
        current: address.page,
        pageSize,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        showTotal: (_, [first, last]) => t('common.pageTotal', { first, last, total }),
        onChange: (page) => {
          changeAddress({ page });
        },
      }}
    />
  );
}
