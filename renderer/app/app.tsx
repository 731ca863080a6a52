/** The application: look, language, sign-in gate, routes. */
import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import viVN from 'antd/locale/vi_VN';
import { useTranslation } from 'react-i18next';
import { SessionGate, type Door } from '../session/index.ts';
import { cspNonce } from '../ui/csp-nonce.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { theme } from './theme.ts';
import { Workplace } from './workplace.tsx';

const nonce = cspNonce();
const csp = nonce === undefined ? {} : { csp: { nonce } };

export function App({ door }: { door: Door }) {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      {...csp}
      theme={theme}
      locale={i18n.language === 'en' ? enGB : viVN}
      button={{ autoInsertSpace: false }}
    >
      {/* Messages appear below the header: the sync state stays in sight. */}
      <AntApp style={{ height: '100%' }} message={{ duration: 6, top: 60 }}>
        <ErrorBoundary>
          <SessionGate door={door}>
            <Workplace />
          </SessionGate>
        </ErrorBoundary>
      </AntApp>
    </ConfigProvider>
  );
}
