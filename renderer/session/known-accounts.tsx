/** Accounts that were used on this PC, and which of them opens without a line; choosing one fills in the user name. */
import { UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import { offlineLeaseOn } from '../../shared/regulation/offline-lease.ts';
import type { DoorInfo } from './door.ts';

interface KnownAccountsProps {
  readonly accounts: DoorInfo['knownAccounts'];
  /** One whose time to open without a line is known to be over. */
  readonly needsLine: string | null;
  readonly onChoose: (account: string) => void;
}

export function KnownAccounts({ accounts, needsLine, onChoose }: KnownAccountsProps) {
  const { t } = useTranslation();
  if (accounts.length === 0) return null;
  const days = offlineLeaseOn(civilDateInVietnam(new Date().toISOString())).value;
  return (
    <div style={{ marginTop: 16 }}>
      <div className="quiet small">{t('session.known', { days })}</div>
      {accounts.map(({ account }) => (
        <Button
          key={account}
          type="text"
          size="small"
          icon={<UserOutlined aria-hidden />}
          onClick={() => {
            onChoose(account);
          }}
        >
          {account}
          {account === needsLine ? (
            <span className="quiet small">{t('session.knownNeedsLine')}</span>
          ) : null}
        </Button>
      ))}
    </div>
  );
}
