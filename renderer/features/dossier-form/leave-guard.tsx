/** Asks before a form that was not submitted is left, by navigation or by closing a browser's page. */
import { Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

export function LeaveGuard({ dirty }: { dirty: () => boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && dirty(),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (dirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [dirty]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('form.leaveTitle')}
      okText={t('form.stay')}
      cancelText={t('form.leave')}
      onOk={() => blocker.reset?.()}
      // The cross and Escape stay; only the button leaves.
      onCancel={(event) => {
        const left = event.currentTarget.classList.contains('ant-btn');
        if (left) blocker.proceed?.();
        else blocker.reset?.();
      }}
    >
      {t('form.leaveText')}
    </Modal>
  );
}
