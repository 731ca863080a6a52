/** The list of dossiers, with the ways to begin a new one. */
import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { mayAnywhere } from '../../../shared/account/policy.ts';
import { useAccount, useChanges } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { Page } from '../../ui/page.tsx';
import { DossierSearch } from './dossier-search.tsx';

export function DossierListPage() {
  const { t } = useTranslation();
  const maySubmit = mayAnywhere(useAccount(), 'change.submit');
  return (
    <Page title={t('dossiers.title')} actions={maySubmit ? <NewDossierButtons /> : null}>
      <PendingNew />
      <DossierSearch
        empty={
          <div className="panel">
            <EmptyAdvice
              title={t('dossiers.emptyTitle')}
              advice={t(maySubmit ? 'dossiers.emptyAdvice' : 'dossiers.emptyRead')}
            >
              {maySubmit ? <NewDossierButtons /> : null}
            </EmptyAdvice>
          </div>
        }
      />
    </Page>
  );
}

function NewDossierButtons() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Space>
      <Button onClick={() => void navigate('/import')}>{t('navigation.import')}</Button>
      <Button type="primary" onClick={() => void navigate('/dossiers/new')}>
        {t('dossiers.create')}
      </Button>
    </Space>
  );
}

/** New people are not in the list before their first approval: say where they are. */
function PendingNew() {
  const { t } = useTranslation();
  const waiting = useChanges({ states: ['submitted', 'verified', 'returned'] });
  const count = (waiting.data ?? []).filter((change) => change.kind === 'create').length;
  if (count === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('dossiers.pendingNew', { count })}
      action={<Link to="/desk">{t('dossiers.openDesk')}</Link>}
    />
  );
}
