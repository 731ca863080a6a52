/** The password was changed elsewhere: the old one, once, carries over what this PC has sealed under it. */
import { Alert, App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OldPassword } from './door.ts';

interface OldPasswordProps {
  readonly wrong: boolean;
  readonly busy: boolean;
  readonly onGo: (old: OldPassword) => void;
  readonly onCancel: () => void;
}

export function OldPasswordForm({ wrong, busy, onGo, onCancel }: OldPasswordProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const ask = () => {
    modal.confirm({
      centered: true,
      title: t('oldPassword.withoutTitle'),
      content: t('oldPassword.withoutText'),
      okText: t('oldPassword.withoutGo'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => {
        onGo({ withoutOld: true });
      },
    });
  };
  return (
    <Form<{ readonly oldPassword: string }>
      layout="vertical"
      requiredMark={false}
      disabled={busy}
      onFinish={onGo}
    >
      <Alert
        type={wrong ? 'error' : 'warning'}
        showIcon
        title={t(wrong ? 'oldPassword.wrong' : 'oldPassword.title')}
        description={t('oldPassword.text')}
        style={{ marginBottom: 16 }}
      />
      <Form.Item
        name="oldPassword"
        label={t('oldPassword.label')}
        rules={[{ required: true, message: t('session.passwordRequired') }]}
      >
        <Input.Password autoFocus autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('oldPassword.go')}
      </Button>
      <div className="toolbar" style={{ marginTop: 12, justifyContent: 'space-between' }}>
        <Button type="link" style={{ padding: 0 }} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="link" danger style={{ padding: 0 }} disabled={busy} onClick={ask}>
          {t('oldPassword.without')}
        </Button>
      </div>
    </Form>
  );
}
