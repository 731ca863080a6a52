/** Top line: the unit one works for, the sync state, who is signed in. */
import { DisconnectOutlined } from '@ant-design/icons';
import { Space, Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession, useSync, useUnitNames } from '../../session/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { SyncStatus } from './sync-status.tsx';

export function HeaderBar() {
  const { t } = useTranslation();
  const { session } = useSession();
  const { lastContactUtc } = useSync();
  const unitName = useUnitNames();
  const code = session.account.grants[0]?.unit;
  const name = code === undefined ? session.serverName : unitName(code);
  // The province itself may not be among the units that this account sees.
  const known = name !== code;
  // Unlocked by the password alone, until the centre has answered this session once.
  const unconfirmed = session.mode === 'offline' && lastContactUtc === null;
  return (
    <>
      <div className="shell-unit">
        <span className="strong">{known ? name : session.serverName}</span>
        <span className="quiet small">{code}</span>
      </div>
      <Space size={4} style={{ flex: 'none' }}>
        {unconfirmed ? (
          <Tooltip title={t('account.offlineHint')}>
            <Tag tabIndex={0} color="warning" icon={<DisconnectOutlined aria-hidden />}>
              {t('account.offline')}
            </Tag>
          </Tooltip>
        ) : null}
        <SyncStatus />
        <AccountMenu />
      </Space>
    </>
  );
}
