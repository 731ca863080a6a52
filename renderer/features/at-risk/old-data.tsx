/** Data left behind under a forgotten password: what they are, and the way to open them once it is found again. */
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/errors/index.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useSession, type OldData } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { useDialogue, type Dialogue } from '../../ui/use-dialogue.ts';

const nothing: readonly string[] = [];

/** When they were left behind; empty where there are none. */
export function useOldDataLeft(): readonly string[] {
  const { oldData } = useSession().door;
  const { data } = useQuery({
    queryKey: ['oldData'],
    queryFn: async () => {
      const left = await oldData?.leftAtUtc();
      return left?.ok ? left.value : nothing;
    },
  });
  return data ?? nothing;
}

interface OldDataNoticeProps {
  readonly leftAtUtc: string;
  /** Other things that only this PC has: they would be left behind in turn. */
  readonly others: boolean;
}

export function OldDataNotice({ leftAtUtc, others }: OldDataNoticeProps) {
  const { t } = useTranslation();
  const { oldData } = useSession().door;
  const dialogue = useDialogue<OldData>();
  if (!oldData) return null;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('oldData.title', { time: formatInstant(leftAtUtc) })}
        description={
          <>
            <div>{t('oldData.text')}</div>
            <div>{t('oldData.advice')}</div>
            <div className="quiet">{t(others ? 'oldData.first' : 'oldData.nothingElse')}</div>
          </>
        }
        action={
          <Button
            disabled={others}
            onClick={() => {
              dialogue.show(oldData);
            }}
          >
            {t('oldData.open')}
          </Button>
        }
      />
      {dialogue.about ? <BringBack oldData={dialogue.about} modal={dialogue.modal} /> : null}
    </>
  );
}

interface Passwords {
  readonly password: string;
  readonly oldPassword: string;
}

function useProblemText(problem: Problem): string {
  const { t } = useTranslation();
  const terms = useTerms();
  if (problem.code === 'VAULT_PASSWORD_WRONG') return t('oldData.passwordWrong');
  if (problem.code === 'VAULT_OLD_PASSWORD_WRONG') return t('oldData.oldPasswordWrong');
  return terms.problem(problem);
}

function Refusal({ problem }: { problem: Problem }) {
  return <Alert type="error" showIcon role="alert" title={useProblemText(problem)} />;
}

interface BringBackProps {
  readonly oldData: OldData;
  readonly modal: Dialogue<OldData>['modal'];
}

function BringBack({ oldData, modal }: BringBackProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Passwords>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = async (passwords: Passwords) => {
    setBusy(true);
    const brought = await oldData.bringBack(passwords);
    setBusy(false);
    // When it went well this page is about to go.
    setProblem(brought.ok ? null : brought.problem);
  };
  const required = [{ required: true, message: t('session.passwordRequired') }];
  return (
    <Modal
      {...modal}
      centered
      title={t('oldData.open')}
      okText={t('oldData.go')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={form.submit}
      closable={{ 'aria-label': t('common.close') }}
    >
      <Form<Passwords>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(passwords) => void go(passwords)}
      >
        <p>{t('oldData.dialog')}</p>
        <Form.Item name="oldPassword" label={t('oldData.oldPassword')} rules={required}>
          <Input.Password autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="password" label={t('oldData.password')} rules={required}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {/* Enter in a field submits. */}
        <button type="submit" hidden />
        {problem ? <Refusal problem={problem} /> : null}
      </Form>
    </Modal>
  );
}
