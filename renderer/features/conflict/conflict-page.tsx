/** Xử lý trùng lặp: one change that met others, decided field by field by the person it is assigned to. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { mayDecide } from '../../../shared/change/conflict-assignee.ts';
import type { ConflictCase } from '../../../shared/change/conflict-case.ts';
import { useAccount, usePort } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseTable } from './case-table.tsx';
import { DecideForm } from './decide-form.tsx';
import { DecisionPanel } from './decision-panel.tsx';

function useConflictCase(id: string): UseQueryResult<ConflictCase | null> {
  const port = usePort();
  return useQuery({ queryKey: ['changes', 'case', id], queryFn: () => port.conflictCase(id) });
}

export function ConflictPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <QueryView query={useConflictCase(id)}>
      {(found) =>
        found ? (
          <Case found={found} />
        ) : (
          <Page title={t('conflict.title')}>
            <EmptyAdvice title={t('conflict.goneTitle')} advice={t('conflict.goneAdvice')} />
          </Page>
        )
      }
    </QueryView>
  );
}

function Case({ found }: { found: ConflictCase }) {
  const { t } = useTranslation();
  const account = useAccount();
  const { change, assignee, decision } = found;
  const mine = decision === null || decision.author.account === account.account;
  const undecided = decision === null || (decision.state === 'returned' && mine);
  const open = change.state === 'conflicted' && undecided;
  const named = open && mayDecide(account, change, assignee);
  // What is hidden from the one who decides would be lost.
  const hidden = found.rows.some((row) => row.hidden);
  const decides = named && !hidden;
  return (
    <Page title={t('conflict.caseTitle', { name: change.personName })}>
      <CaseHead found={found} open={change.state === 'conflicted' && decision === null} />
      {decision ? <DecisionPanel found={found} decision={decision} /> : null}
      {named && hidden ? (
        <Alert
          type="warning"
          showIcon
          title={t('conflict.hiddenTitle')}
          description={t('conflict.hiddenText')}
        />
      ) : null}
      {decides ? (
        <DecideForm key={change._id} found={found} />
      ) : (
        <section className="panel">
          <CaseTable found={found} form={null} />
        </section>
      )}
    </Page>
  );
}
