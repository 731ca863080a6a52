/** Tổng quan: figures of the units in view, search over their dossiers, their approvals. */
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { mayAnywhere } from '../../../shared/account/policy.ts';
import type { UnitSummary } from '../../../shared/contract/http.ts';
import { useAccount, usePort, useUnits } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { formatInstant, useNow } from '../../ui/instants.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DossierSearch } from '../dossier-list/index.ts';
import { Figures } from './figures.tsx';
import { totalsOf } from './totals.ts';
import { UnitApprovals } from './unit-approvals.tsx';
import { UnitTable } from './unit-table.tsx';

export function OverviewPage() {
  const { t } = useTranslation();
  const { place } = usePort();
  const now = useNow();
  const units = useUnits();
  const asOf = formatInstant(new Date(units.dataUpdatedAt || now).toISOString());
  return (
    <Page
      title={t('overview.title')}
      subtitle={t(place === 'local' ? 'overview.asOfLocal' : 'overview.asOf', { time: asOf })}
    >
      <QueryView query={units}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyAdvice title={t('overview.emptyTitle')} advice={t('overview.emptyAdvice')} />
          ) : (
            <>
              <Figures totals={totalsOf(rows, now)} />
              <OverviewTabs rows={rows} now={now} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

/** The system admin keeps the machine running and reads no dossiers: those tabs are not there. */
function OverviewTabs({ rows, now }: { rows: readonly UnitSummary[]; now: number }) {
  const { t } = useTranslation();
  const account = useAccount();
  const [params, setParams] = useSearchParams();
  const readsDossiers = mayAnywhere(account, 'dossier.read');
  const tabs = [
    {
      key: 'units',
      label: t('overview.units', { count: rows.length }),
      children: <UnitTable rows={rows} now={now} withLinks={readsDossiers} />,
    },
    { key: 'dossiers', label: t('overview.search'), children: <SearchTab /> },
    {
      key: 'approvals',
      label: t('overview.approvals'),
      children: <UnitApprovals units={rows.map(({ unit }) => unit)} />,
    },
  ];
  const shown = readsDossiers ? tabs : tabs.slice(0, 1);
  const asked = params.get('tab');
  return (
    <Tabs
      activeKey={shown.find(({ key }) => key === asked)?.key ?? 'units'}
      destroyOnHidden
      onChange={(tab) => {
        setParams({ tab }, { replace: true });
      }}
      items={shown}
    />
  );
}

function SearchTab() {
  const { t } = useTranslation();
  return (
    <DossierSearch
      empty={<EmptyAdvice title={t('dossiers.emptyTitle')} advice={t('dossiers.emptyRead')} />}
    />
  );
}
