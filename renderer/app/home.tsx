/** Where a session begins, and what an account without any right sees. */
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useAccount, usePlace } from '../session/index.ts';
import { EmptyAdvice } from '../ui/empty-advice.tsx';
import { homeOf } from './shell/navigation.ts';

export function Home() {
  const account = useAccount();
  const place = usePlace();
  return <Navigate to={homeOf(account, place)} replace />;
}

export function NotFound() {
  const { t } = useTranslation();
  const account = useAccount();
  return (
    <EmptyAdvice
      title={t('navigation.notFound')}
      advice={
        account.grants.length === 0
          ? t('navigation.nothingAllowed')
          : t('navigation.notFoundAdvice')
      }
    />
  );
}
