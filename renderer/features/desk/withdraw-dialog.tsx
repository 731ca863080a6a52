/** Rút lại: final, so it asks. */
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface WithdrawDialogProps {
  readonly open: boolean;
  readonly count: number;
  readonly onWithdraw: () => Promise<void>;
  readonly onCancel: () => void;
}

export function WithdrawDialog({ open, count, onWithdraw, onCancel }: WithdrawDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={t('desk.withdrawTitle', { count })}
      okText={t('desk.withdraw')}
      okButtonProps={{ danger: true }}
      cancelText={t('common.cancel')}
      onCancel={onCancel}
      onOk={() => void onWithdraw()}
    >
      {t('desk.withdrawText')}
    </Modal>
  );
}
