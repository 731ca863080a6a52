/** The password was changed elsewhere: the old one, once, carries over what this PC has sealed under it. */
import { Alert, Button, Form, Input, Popconfirm } from 'antd';
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
        <Popconfirm
          title={t('oldPassword.withoutTitle')}
          description={<div style={{ maxWidth: 320 }}>{t('oldPassword.withoutText')}</div>}
          okText={t('oldPassword.withoutGo')}
          cancelText={t('common.cancel')}
          onConfirm={() => {
            onGo({ withoutOld: true });
          }}
        >
          <Button type="link" danger style={{ padding: 0 }}>
            {t('oldPassword.without')}
          </Button>
        </Popconfirm>
      </div>
    </Form>
  );
}
