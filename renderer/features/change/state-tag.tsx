/** The state of a change: an icon and its words, the colour only adds. */
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  FileDoneOutlined,
  RollbackOutlined,
  UndoOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { ChangeState } from '../../../shared/change/change.ts';
import { useTerms } from '../../i18n/terms.ts';

const looks: Readonly<Record<ChangeState, { readonly colour: string; readonly icon: ReactNode }>> =
  {
    draft: { colour: 'default', icon: <EditOutlined aria-hidden /> },
    submitted: { colour: 'processing', icon: <ClockCircleOutlined aria-hidden /> },
    verified: { colour: 'processing', icon: <FileDoneOutlined aria-hidden /> },
    approved: { colour: 'success', icon: <CheckCircleOutlined aria-hidden /> },
    returned: { colour: 'warning', icon: <RollbackOutlined aria-hidden /> },
    conflicted: { colour: 'error', icon: <WarningOutlined aria-hidden /> },
    withdrawn: { colour: 'default', icon: <UndoOutlined aria-hidden /> },
  };

export function StateTag({ state }: { state: ChangeState }) {
  const terms = useTerms();
  const { colour, icon } = looks[state];
  return (
    <Tag color={colour} icon={icon}>
      {terms.state(state)}
    </Tag>
  );
}
