/** Trả lại: never without a reason, because the author has to mend by it. */
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface ReturnDialogProps {
  readonly open: boolean;
  readonly count: number;
  readonly onReturn: (reason: string) => Promise<void>;
  readonly onCancel: () => void;
}

export function ReturnDialog({ open, count, onReturn, onCancel }: ReturnDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open={open}
      destroyOnHidden
      title={t('desk.returnTitle', { count })}
      okText={t('desk.return')}
      cancelText={t('common.cancel')}
      onCancel={onCancel}
      onOk={() => {
        form.submit();
      }}
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark={false}
        onFinish={({ reason }) => void onReturn(reason.trim())}
      >
        <Form.Item
          name="reason"
          label={t('desk.returnReason')}
          extra={t('desk.returnHint')}
          rules={[{ required: true, whitespace: true, message: t('desk.reasonRequired') }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
