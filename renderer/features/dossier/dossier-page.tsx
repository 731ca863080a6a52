/** One dossier: what it says, what waits, how it came to be, and what proves it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { maySubmitChange } from '../../../shared/account/policy.ts';
import { useAccount, useDossier } from '../../session/index.ts';
import { EmptyAdvice } from '../../ui/empty-advice.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { DossierHead } from './dossier-head.tsx';
import { DossierTabs } from './dossier-tabs.tsx';
import { shownContent, type ShownContent } from './shown-content.ts';

export function DossierPage() {
  const { id } = useParams();
  const query = useDossier(id);
  return (
    <QueryView query={query}>
      {(view) => {
        const shown = view && shownContent(view);
        if (!view || !shown) return <MissingDossier />;
        return (
          <Page
            title={shown.name}
            subtitle={<DossierHead view={view} shown={shown} />}
            actions={<EditButton id={id ?? ''} shown={shown} />}
          >
            <DossierTabs view={view} shown={shown} />
          </Page>
        );
      }}
    </QueryView>
  );
}

function MissingDossier() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="page">
      <EmptyAdvice title={t('dossier.missingTitle')} advice={t('dossier.missingAdvice')}>
        <Button onClick={() => void navigate('/dossiers')}>{t('dossier.toList')}</Button>
      </EmptyAdvice>
    </div>
  );
}

function EditButton({ id, shown }: { id: string; shown: ShownContent }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const account = useAccount();
  if (!maySubmitChange(account, { unit: shown.unit, dossier: id })) return null;
  return (
    <Button
      type="primary"
      disabled={shown.pending}
      title={shown.pending ? t('dossier.editBlocked') : undefined}
      onClick={() => void navigate(`/dossiers/${id}/edit`)}
    >
      {t('dossier.edit')}
    </Button>
  );
}
