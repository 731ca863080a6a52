/** How many are chosen, and the button that begins signing. */
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/change/change.ts';
import { useSigning } from '../../session/index.ts';
import { SignDialog } from './sign-dialog.tsx';

interface SignBarProps {
  readonly changes: readonly Change[];
  readonly total: number;
  readonly unit: string;
  readonly period: string;
  readonly onDone: () => void;
}

export function SignBar({ changes, total, unit, period, onDone }: SignBarProps) {
  const { t } = useTranslation();
  const signing = useSigning();
  // What is signed is what was chosen when the dialog opened, whatever arrives meanwhile.
  const [signed, setSigned] = useState<readonly Change[] | null>(null);
  return (
    <div className="toolbar">
      <Button
        type="primary"
        icon={<EditOutlined aria-hidden />}
        disabled={!signing || changes.length === 0}
        onClick={() => {
          setSigned(changes);
        }}
      >
        {t('approve.sign')}
      </Button>
      <span className="quiet" role="status">
        {t('approve.selected', { count: changes.length, total })}. {t('approve.selectHint')}
      </span>
      {signing && signed ? (
        <SignDialog
          signing={signing}
          changes={signed}
          unit={unit}
          period={period}
          onClose={(done) => {
            setSigned(null);
            if (done) onDone();
          }}
        />
      ) : null}
    </div>
  );
}
