/** Asks once per PC where the centre is. */
import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/errors/index.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import type { Door, DoorInfo } from './door.ts';

interface ServerAddressFormProps {
  readonly door: Door;
  readonly current: string | null;
  readonly onSaved: (info: DoorInfo) => void;
  readonly onCancel: (() => void) | undefined;
}

export function ServerAddressForm({ door, current, onSaved, onCancel }: ServerAddressFormProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async ({ url }: { url: string }) => {
    setBusy(true);
    const result = await door.configure(url.trim());
    setBusy(false);
    if (result.ok) onSaved(result.value);
    else setProblem(result.problem);
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ url: current ?? 'https://' }}
      onFinish={(values: { url: string }) => void save(values)}
    >
      <h2 style={{ fontSize: 16 }}>{t('server.title')}</h2>
      <p className="quiet">{t('server.intro')}</p>
      <Form.Item
        name="url"
        label={t('server.url')}
        extra={t('server.example')}
        rules={[{ required: true, message: t('server.urlRequired') }]}
      >
        <Input autoFocus type="url" spellCheck={false} autoComplete="url" />
      </Form.Item>
      {problem ? (
        <div style={{ marginBottom: 16 }}>
          <ProblemAlert problem={problem} />
        </div>
      ) : null}
      <Space>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('server.save')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('common.cancel')}</Button> : null}
      </Space>
    </Form>
  );
}
