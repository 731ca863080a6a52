/** Buttons for the selected changes: only the steps that every one of them allows this account. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change, ChangeState } from '../../../shared/change/change.ts';
import { openTransitions } from '../../../shared/change/transitions.ts';
import { useAccount } from '../../session/index.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { useMoveChanges } from './use-move-changes.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export function ActionBar({ changes, onDone }: { changes: readonly Change[]; onDone: () => void }) {
  const { t } = useTranslation();
  const account = useAccount();
  const { move, busy } = useMoveChanges(onDone);
  const [asking, setAsking] = useState<'returned' | 'withdrawn' | null>(null);
  const allows = (state: ChangeState) =>
    changes.length > 0 &&
    changes.every((change) => openTransitions(account, change).includes(state));
  const close = () => {
    setAsking(null);
  };
  return (
    <div className="toolbar" role="toolbar" aria-label={t('desk.tableLabel')}>
      <Button
        type="primary"
        disabled={!allows('verified')}
        loading={busy}
        onClick={() => void move(changes, 'verified')}
      >
        {t('desk.verify')}
      </Button>
      <Button
        disabled={!allows('returned') || busy}
        onClick={() => {
          setAsking('returned');
        }}
      >
        {t('desk.return')}
      </Button>
      <Button
        disabled={!allows('withdrawn') || busy}
        onClick={() => {
          setAsking('withdrawn');
        }}
      >
        {t('desk.withdraw')}
      </Button>
      <span className="quiet" role="status">
        {changes.length > 0 ? t('desk.selected', { count: changes.length }) : t('desk.selectHint')}
      </span>
      <ReturnDialog
        open={asking === 'returned'}
        count={changes.length}
        onCancel={close}
        onReturn={async (reason) => {
          close();
          await move(changes, 'returned', reason);
        }}
      />
      <WithdrawDialog
        open={asking === 'withdrawn'}
        count={changes.length}
        onCancel={close}
        onWithdraw={async () => {
          close();
          await move(changes, 'withdrawn');
        }}
      />
    </div>
  );
}
