/** Who is signed in, with which role; language; signing out. */
import { DownOutlined, GlobalOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, type LanguageCode } from '../../i18n/i18n.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useSession, useSync } from '../../session/index.ts';

function useSignOut(): () => void {
  const { t } = useTranslation();
  const { leave } = useSession();
  const { waiting } = useSync();
  const { modal } = App.useApp();
  return () => {
    if (waiting === 0) {
      void leave('signedOut');
      return;
    }
    modal.confirm({
      title: t('account.signOutTitle'),
      content: t('account.signOutWaiting', { count: waiting }),
      okText: t('account.signOut'),
      cancelText: t('common.cancel'),
      onOk: () => leave('signedOut'),
    });
  };
}

export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const terms = useTerms();
  const { account } = useSession().session;
  const signOut = useSignOut();
  const role = account.grants[0] ? terms.role(account.grants[0].role) : account.account;
  const items = [
    ...(Object.keys(languages) as LanguageCode[])
      .filter((code) => code !== i18n.language)
      .map((code) => ({ key: code, icon: <GlobalOutlined />, label: languages[code] })),
    { type: 'divider' as const },
    { key: 'signOut', icon: <LogoutOutlined />, label: t('account.signOut') },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          if (key === 'signOut') signOut();
          else chooseLanguage(key as LanguageCode);
        },
      }}
    >
      <Button type="text" aria-label={t('account.menu', { name: account.name })}>
        <UserOutlined aria-hidden />
        <span className="strong">{account.name}</span>
        <span className="quiet">{role}</span>
        <DownOutlined aria-hidden style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}
