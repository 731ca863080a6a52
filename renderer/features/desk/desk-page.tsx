/** Bàn làm việc: what waits for whom, and the steps this account may take. */
import { Input, Tabs } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Change } from '../../../shared/change/change.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import { useAccount, useChanges } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ConflictTable } from '../conflict/index.ts';
import { ChangeTable } from './change-table.tsx';
import { changesOfTab, deskStates, mayAct, tabsOf, type DeskTab } from './desk-tabs.ts';

const emptyTexts = {
  submitted: ['desk.emptySubmitted', 'desk.emptySubmittedAdvice'],
  verified: ['desk.emptyVerified', 'desk.emptyVerifiedAdvice'],
  returned: ['desk.emptyReturned', 'desk.emptyReturnedAdvice'],
  conflicted: ['desk.emptyConflicted', 'desk.emptyConflictedAdvice'],
  mine: ['desk.emptyMine', 'desk.emptyMineAdvice'],
} as const;
const emptyOwn = ['desk.emptyMine', 'desk.emptyOwnAdvice'] as const;

export function DeskPage() {
  const { t } = useTranslation();
  const query = useChanges({ states: deskStates });
  return (
    <Page title={t('desk.title')}>
      <QueryView query={query}>{(changes) => <DeskTabs changes={changes} />}</QueryView>
    </Page>
  );
}

function DeskTabs({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  const account = useAccount();
  const [params, setParams] = useSearchParams();
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(foldText(filter));
  const shown = useMemo(
    () => changes.filter((change) => foldText(change.personName).includes(wanted)),
    [changes, wanted],
  );
  const tabs = tabsOf(account);
  const asked = params.get('tab') as DeskTab | null;
  const active = asked && tabs.some((tab) => tab === asked) ? asked : tabs[0];
  return (
    <div className="desk">
      {/* Not the tabs' own extra content, which stands within the list of tabs and is none. */}
      <Input
        className="desk-filter"
        type="search"
        allowClear
        aria-label={t('desk.filter')}
        placeholder={t('desk.filter')}
        value={filter}
        onChange={(event) => {
          setFilter(event.target.value);
        }}
      />
      <Tabs
        activeKey={active}
        destroyOnHidden
        onChange={(tab) => {
          setParams({ tab }, { replace: true });
        }}
        items={tabs.map((tab) => {
          const rows = changesOfTab(tab, shown, account.account);
          const [title, advice] = tabs.length === 1 ? emptyOwn : emptyTexts[tab];
          return {
            key: tab,
            label: t(`desk.${tab}`, { count: rows.length }),
            children:
              rows.length === 0 ? (
                <EmptyAdvice title={t(title)} advice={t(advice)} />
              ) : tab === 'conflicted' ? (
                <ConflictTable changes={rows} all={changes} />
              ) : (
                <ChangeTable
                  changes={rows}
                  mayAct={mayAct(account)}
                  withState={tab === 'mine' || tab === 'returned'}
                />
              ),
          };
        })}
      />
    </div>
  );
}
