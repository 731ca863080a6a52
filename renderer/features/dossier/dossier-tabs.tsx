/** The four sides of a dossier. The chosen one lies in the address. */
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Change, ChangeState } from '../../../shared/change/change.ts';
import type { DossierView } from '../../data/port/data-port.ts';
import { ChangeTimeline, ChangeDetails, ChangeSummary, StateTag } from '../change/index.ts';
import { EvidencePanel } from '../evidence/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { ContentView } from './content-view.tsx';
import { HistoryView } from './history-view.tsx';
import type { ShownContent } from './shown-content.ts';

const settled: readonly ChangeState[] = ['approved', 'withdrawn'];

export function DossierTabs({ view, shown }: { view: DossierView; shown: ShownContent }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const open = view.changes.filter((change) => !settled.includes(change.state));
  return (
    <Tabs
      activeKey={params.get('tab') ?? 'content'}
      onChange={(tab) => {
        setParams({ tab }, { replace: true });
      }}
      items={[
        { key: 'content', label: t('dossier.content'), children: <ContentView shown={shown} /> },
        {
          key: 'changes',
          label: t('dossier.changes', { count: open.length }),
          children: <OpenChanges changes={open} />,
        },
        {
          key: 'history',
          label: t('dossier.history', { count: view.changes.length }),
          children: <HistoryView changes={view.changes} />,
        },
        {
          key: 'approvals',
          label: t('dossier.approvals', { count: view.approvals.length }),
          children: <Approvals view={view} />,
        },
      ]}
    />
  );
}

function OpenChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) {
    return <EmptyAdvice title={t('dossier.noChanges')} advice={t('dossier.noChangesAdvice')} />;
  }
  return (
    <div className="stack">
      {changes.map((change) => (
        <section key={change._id} className="panel">
          <h3 className="section-title">
            <ChangeSummary change={change} /> <StateTag state={change.state} />
          </h3>
          <ChangeDetails change={change} />
          <ChangeTimeline change={change} />
        </section>
      ))}
    </div>
  );
}

function Approvals({ view }: { view: DossierView }) {
  const { t } = useTranslation();
  if (view.approvals.length === 0) {
    return <EmptyAdvice title={t('dossier.noApprovals')} advice={t('dossier.noApprovalsAdvice')} />;
  }
  return (
    <div className="stack">
      {view.approvals.map((approval) => (
        <EvidencePanel key={approval._id} approval={approval} />
      ))}
    </div>
  );
}
