/** Changing one's own password from the account menu. */
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangePasswordForm } from './change-password-form.tsx';

export function ChangePasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={t('password.title')}
      width={460}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
    >
      <ChangePasswordForm onDone={onClose}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </ChangePasswordForm>
    </Modal>
  );
}
