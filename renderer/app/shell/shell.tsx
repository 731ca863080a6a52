/** The frame around every screen: navigation, header, content. Made for 1366×768. */
import { Layout } from 'antd';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Loading } from '../../ui/loading.tsx';
import { usePlace, useSession } from '../../session/index.ts';
import { HeaderBar } from './header-bar.tsx';
import { KeepingBanner } from './keeping-banner.tsx';
import { isForeign } from './navigation.ts';
import { RegistrationBanner } from './registration-banner.tsx';
import { SideMenu } from './side-menu.tsx';

export function Shell() {
  const { t } = useTranslation();
  const { session, version } = useSession();
  const { pathname } = useLocation();
  const foreign = isForeign(pathname, session.account, usePlace());
  // Another screen begins at its top, however far down the link to it stood.
  useEffect(() => {
    document.getElementById('content')?.scrollTo(0, 0);
  }, [pathname]);
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content" onClick={focusContent}>
        {t('common.skipToContent')}
      </a>
      <Layout.Sider width={208} className="shell-side">
        <div className="shell-brand">
          <b>{t('common.shortName')}</b>
          <span className="quiet" style={{ fontSize: 12 }}>
            {session.serverName} {version}
          </span>
        </div>
        <SideMenu />
      </Layout.Sider>
      <Layout>
        <Layout.Header className="shell-header">
          <HeaderBar />
        </Layout.Header>
        <KeepingBanner />
        <RegistrationBanner />
        <Layout.Content className="shell-content" id="content" tabIndex={0}>
          <Suspense fallback={<Loading />}>
            {foreign ? <Navigate to="/" replace /> : <Outlet />}
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** The address is the router's: a plain #content link would leave the screen. */
function focusContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
