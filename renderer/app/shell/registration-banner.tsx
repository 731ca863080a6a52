/** Above every screen while the centre has not taken this PC in: why, and where to do something about it. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTerms } from '../../i18n/terms.ts';
import { useSession } from '../../session/index.ts';

export function RegistrationBanner() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { registration } = useSession().door;
  // Once a session: the PC registers itself at each sign-in and at no other time.
  const { data: problem } = useQuery({
    queryKey: ['registration'],
    queryFn: async () => (await registration?.problem()) ?? null,
    staleTime: Infinity,
  });
  if (!problem) return null;
  return (
    <Alert
      banner
      showIcon
      closable={{ 'aria-label': t('common.close') }}
      type="warning"
      role="status"
      title={terms.problem(problem)}
      action={<Link to="/devices">{t('devices.openOwn')}</Link>}
    />
  );
}
