/** Who is signed in, with which role; language; password; signing out. */
import {
  DesktopOutlined,
  DownOutlined,
  GlobalOutlined,
  KeyOutlined,
  LockOutlined,
  LogoutOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { chooseLanguage, languages, type LanguageCode } from '../../i18n/i18n.ts';
import { useTerms } from '../../i18n/terms.ts';
import { ChangePasswordDialog, useSession, useSync, useWaitingScans } from '../../session/index.ts';

function useSignOut(): () => void {
  const { t } = useTranslation();
  const { leave } = useSession();
  const { waiting: changes } = useSync();
  const scans = useWaitingScans();
  const waiting = changes + scans;
  const { modal } = App.useApp();
  return () => {
    if (waiting === 0) {
      void leave('signedOut');
      return;
    }
    modal.confirm({
      // Below the messages, which lie over dialogs.
      centered: true,
      title: t('account.signOutTitle'),
      content: t('account.signOutWaiting', { count: waiting }),
      okText: t('account.signOut'),
      cancelText: t('common.cancel'),
      onOk: () => leave('signedOut'),
    });
  };
}

function useMenuItems(canLock: boolean) {
  const { t, i18n } = useTranslation();
  return [
    ...(Object.keys(languages) as LanguageCode[])
      .filter((code) => code !== i18n.language)
      .map((code) => ({ key: code, icon: <GlobalOutlined aria-hidden />, label: languages[code] })),
    { key: 'password', icon: <KeyOutlined aria-hidden />, label: t('password.title') },
    { key: 'devices', icon: <DesktopOutlined aria-hidden />, label: t('devices.own') },
    { type: 'divider' as const },
    ...(canLock ? [{ key: 'lock', icon: <LockOutlined aria-hidden />, label: t('lock.now') }] : []),
    { key: 'signOut', icon: <LogoutOutlined aria-hidden />, label: t('account.signOut') },
  ];
}

export function AccountMenu() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { session, door } = useSession();
  const { account } = session;
  const signOut = useSignOut();
  const items = useMenuItems(door.lock !== null);
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const role = account.grants[0] ? terms.role(account.grants[0].role) : account.account;
  const choose = (key: string) => {
    if (key === 'signOut') signOut();
    else if (key === 'lock') void door.lock?.();
    else if (key === 'devices') void navigate('/devices');
    else if (key === 'password') setChanging(true);
    else chooseLanguage(key as LanguageCode);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            choose(key);
          },
        }}
      >
        <Button type="text">
          <UserOutlined aria-hidden />
          <span className="visually-hidden">{t('account.menu')}: </span>
          <span className="strong">{account.name}</span>
          <span className="visually-hidden">, </span>
          <span className="quiet">{role}</span>
          <DownOutlined aria-hidden style={{ fontSize: 10 }} />
        </Button>
      </Dropdown>
      <ChangePasswordDialog
        open={changing}
        onClose={() => {
          setChanging(false);
        }}
      />
    </>
  );
}
