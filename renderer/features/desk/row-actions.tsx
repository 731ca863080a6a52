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
  // A decision that came back is decided anew in its case, with both sides before one's eyes.
  const settles = change.state === 'conflicted' ? change._id : change.resolves?.change;
  if (settles !== undefined && (mends || change.state === 'conflicted'))
    return (
      <Button size="small" onClick={() => void navigate(`/desk/${settles}/conflict`)}>
        {t('conflict.open')}
      </Button>
    );
  if (!mends) return null;
  return (
    <Button size="small" onClick={() => void navigate(`/desk/${change._id}/mend`)}>
      {t('desk.mend')}
    </Button>
  );
}
