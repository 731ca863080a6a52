/** What an author may do with one change that came back. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Change } from '../../../shared/change/change.ts';
import { openTransitions } from '../../../shared/change/transitions.ts';
import { useAccount } from '../../session/index.ts';

export function RowActions({ change }: { change: Change }) {
  const { t } = useTranslation();
  const account = useAccount();
  const navigate = useNavigate();
  const mends =
    change.state === 'returned' && openTransitions(account, change).includes('submitted');
  if (!mends) return null;
  return (
    <Button size="small" onClick={() => void navigate(`/desk/${change._id}/mend`)}>
      {t('desk.mend')}
    </Button>
  );
}
