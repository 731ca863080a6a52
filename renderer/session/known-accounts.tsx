/** Accounts that open on this PC even without a line; choosing one fills in the user name. */
import { UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DoorInfo } from './door.ts';

interface KnownAccountsProps {
  readonly accounts: DoorInfo['knownAccounts'];
  readonly onChoose: (account: string) => void;
}

export function KnownAccounts({ accounts, onChoose }: KnownAccountsProps) {
  const { t } = useTranslation();
  if (accounts.length === 0) return null;
  return (
    <div style={{ marginTop: 16 }}>
      <div className="quiet small">{t('session.known')}</div>
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
        </Button>
      ))}
    </div>
  );
}
