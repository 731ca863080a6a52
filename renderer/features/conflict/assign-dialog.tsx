/** Giao lại: another person is to decide, with the reason why. */
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { assigneeOf } from '../../../shared/change/transitions.ts';
import { foldText } from '../../../shared/vietnamese/fold.ts';
import { useTerms } from '../../i18n/terms.ts';
import { usePort } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';

interface AssignDialogProps {
  readonly change: Change;
  readonly onClose: () => void;
}

interface Fields {
  readonly account: string;
  readonly reason: string;
}

function useAssignable(change: Change) {
  const port = usePort();
  const query = useQuery({
    queryKey: ['people', change.unit],
    queryFn: () => port.assignable(change.unit),
  });
  const people = (query.data?.people ?? []).filter(
    ({ account }) => account !== assigneeOf(change)?.account,
  );
  return { people, complete: query.data?.complete ?? true, loading: query.isPending };
}

export function AssignDialog({ change, onClose }: AssignDialogProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const port = usePort();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const { people, complete, loading } = useAssignable(change);
  const assign = async ({ account, reason }: Fields) => {
    const to = people.find((person) => person.account === account);
    if (!to) return;
    setBusy(true);
    try {
      const result = await port.reassign(change._id, to, reason);
      if (!result.ok) return void message.error(terms.problem(result.problem));
      void message.success(t('conflict.reassigned', { name: to.name }));
      onClose();
    } catch (thrown) {
      void message.error(terms.problem(problemOf(thrown)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('conflict.reassignTitle')}
      okText={t('conflict.reassign')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void assign(fields)}
      >
        <Form.Item
          name="account"
          label={t('conflict.assignTo')}
          extra={t(complete ? 'conflict.assignHint' : 'conflict.assignOffline')}
          rules={[{ required: true, message: t('conflict.assignRequired') }]}
        >
          <Select
            autoFocus
            loading={loading}
            showSearch={{
              filterOption: (typed, option) =>
                foldText(option?.label ?? '').includes(foldText(typed)),
            }}
            options={people.map(({ account, name }) => ({
              value: account,
              label: `${name} (${account})`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('conflict.reassignReason')}
          rules={[{ required: true, whitespace: true, message: t('desk.reasonRequired') }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
