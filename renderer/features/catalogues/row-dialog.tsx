/** One edit of a list, asked in a window: a row more, other words, a last day, or that day taken away again. */
import { App, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueRow } from '../../../shared/catalogue/index.ts';
import { traitOf } from '../../../shared/catalogue/traits.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { editOf, startOf, type RowFields } from './row-fields.ts';
import {
  CodeField,
  DayField,
  TextFields,
  ReasonField,
  SuccessorField,
  TraitField,
} from './row-inputs.tsx';
import { useEditList, type ListView } from './use-catalogues.ts';

export type RowTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'rename' | 'end' | 'reopen'; readonly row: CatalogueRow };

const titles = {
  add: 'catalogues.addTitle',
  rename: 'catalogues.renameTitle',
  end: 'catalogues.endTitle',
  reopen: 'catalogues.reopenTitle',
} as const;

const hints = {
  add: 'catalogues.addHint',
  rename: 'catalogues.renameHint',
  end: 'catalogues.endHint',
  reopen: 'catalogues.reopenHint',
} as const;

interface RowDialogProps {
  readonly list: ListView;
  readonly task: RowTask;
  readonly onClose: () => void;
}

export function RowDialog({ list, task, onClose }: RowDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<RowFields>();
  const [refused, setRefused] = useState<Problem | null>(null);
  const edit = useEditList(list);
  const label = task.kind === 'add' ? '' : task.row.label;
  const save = async (fields: RowFields) => {
    const problem = await edit.mutateAsync({
      edit: editOf(list.name, task, fields),
      reason: fields.reason,
    });
    setRefused(problem);
    if (problem) return;
    void message.success(t('catalogues.saved'));
    onClose();
  };
  return (
    <Modal
      open
      width={760}
      style={{ top: 24 }}
      rootClassName="tall-dialog"
      footer={(buttons) => (
        <>
          <Refused problem={refused} />
          {buttons}
        </>
      )}
      title={t(titles[task.kind], { label })}
      okText={t('catalogues.save')}
      cancelText={t('common.cancel')}
      confirmLoading={edit.isPending}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      <div className="stack tight">
        <p className="quiet" style={{ margin: 0 }}>
          {t(hints[task.kind])}
        </p>
        <Form<RowFields>
          className="close-form"
          form={form}
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true, block: 'nearest' }}
          initialValues={startOf(task)}
          onFinish={(fields) => void save(fields)}
        >
          <TaskFields list={list} task={task} />
          <ReasonField first={task.kind === 'reopen'} />
        </Form>
      </div>
    </Modal>
  );
}

/** Beside the buttons, where whoever has just pressed one looks. */
function Refused({ problem }: { readonly problem: Problem | null }) {
  const { t } = useTranslation();
  if (!problem) return null;
  return (
    <div style={{ textAlign: 'start', marginBottom: 12 }}>
      <ProblemAlert title={t('catalogues.notSaved')} problem={problem} />
    </div>
  );
}

function TaskFields({ list, task }: Pick<RowDialogProps, 'list' | 'task'>) {
  const trait = traitOf(list.name);
  switch (task.kind) {
    case 'add':
      return (
        <>
          <div className="form-pair">
            <CodeField />
            <DayField name="validFrom" required={false} />
          </div>
          {trait ? <TraitField trait={trait} /> : null}
          <TextFields />
        </>
      );
    case 'rename':
      return <TextFields first />;
    case 'end':
      return (
        <>
          <DayField name="validTo" required />
          <SuccessorField rows={list.rows.filter(({ code }) => code !== task.row.code)} />
        </>
      );
    case 'reopen':
      return null;
  }
}
