/** Phê duyệt: the verified changes of a unit for a month, and what was signed before. */
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { unitsWith } from '../../../shared/account/policy.ts';
import { unitCovers } from '../../../shared/unit/unit.ts';
import { useAccount, useApprovals, useChanges } from '../../session/index.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { PastApprovals } from './past-approvals.tsx';
import { WaitingChanges } from './waiting-changes.tsx';

export function ApprovalPage() {
  const { t } = useTranslation();
  const account = useAccount();
  const mine = unitsWith(account, 'change.approve');
  const waiting = useChanges({ states: ['verified'] });
  const past = useApprovals();
  const [params, setParams] = useSearchParams();
  const waitingHere = (waiting.data ?? []).filter((change) =>
    mine.some((unit) => unitCovers(unit, change.unit)),
  );
  return (
    <Page title={t('approve.title')}>
      <Tabs
        activeKey={params.get('tab') ?? 'waiting'}
        onChange={(tab) => {
          setParams({ tab }, { replace: true });
        }}
        items={[
          {
            key: 'waiting',
            label: t('approve.waiting', { count: waitingHere.length }),
            children: (
              <QueryView query={waiting}>
                {() => <WaitingChanges changes={waitingHere} units={mine} />}
              </QueryView>
            ),
          },
          {
            key: 'past',
            label: t('approve.past', { count: past.data?.length ?? 0 }),
            children: (
              <QueryView query={past}>
                {(approvals) => <PastApprovals approvals={approvals} />}
              </QueryView>
            ),
          },
        ]}
      />
    </Page>
  );
}
