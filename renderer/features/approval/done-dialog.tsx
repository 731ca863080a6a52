/** Signed: what is safe now, and what the centre made of it as soon as it answers. */
import { Button, Modal, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Approval } from '../../../shared/approval/approval.ts';
import { useApprovals } from '../../session/index.ts';
import { ApprovalOutcomeLine } from '../evidence/index.ts';

export function DoneDialog({ approval, onClose }: { approval: Approval; onClose: () => void }) {
  const { t } = useTranslation();
  const known = useApprovals().data?.find((one) => one._id === approval._id) ?? approval;
  return (
    <Modal
      open
      onCancel={onClose}
      footer={
        <Button type="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <Result
        status="success"
        title={t('approve.doneTitle', { count: approval.manifest.changes.length })}
        subTitle={t('approve.doneText')}
        style={{ padding: '16px 0 0' }}
        extra={<ApprovalOutcomeLine approval={known} />}
      />
    </Modal>
  );
}
