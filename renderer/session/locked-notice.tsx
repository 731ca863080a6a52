/** Why the program asks for a password again, and how long it still opens without a line. */
import { LockOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LeftSession } from '../../shared/contract/ipc.ts';
import { problem } from '../../shared/errors/index.ts';
import { useTerms } from '../i18n/terms.ts';

export function LockedNotice({ left }: { left: LeftSession | null }) {
  const { t } = useTranslation();
  const terms = useTerms();
  if (left?.why === 'revoked') {
    return (
      <Alert
        type="error"
        showIcon
        title={t('lock.revokedTitle')}
        description={terms.problem(problem('DEVICE_REVOKED'))}
        style={{ marginBottom: 16 }}
      />
    );
  }
  if (left?.why === 'broughtBack') {
    const { account } = left;
    return (
      <Alert
        type="success"
        showIcon
        title={t('lock.broughtBackTitle')}
        description={t('lock.broughtBackText', { account })}
        style={{ marginBottom: 16 }}
      />
    );
  }
  if (left?.why !== 'locked') return null;
  const { account, leaseDaysLeft: days } = left;
  return (
    <Alert
      type="info"
      showIcon
      icon={<LockOutlined aria-hidden />}
      title={t('lock.lockedTitle')}
      description={
        <>
          <div>{t('lock.lockedText', { account })}</div>
          {days === null ? null : (
            <div>{days > 0 ? t('lock.leaseLeft', { count: days }) : t('lock.leaseEnded')}</div>
          )}
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
