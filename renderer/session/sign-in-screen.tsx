/** The way in: the address of the centre on a PC's first start, then user and password. */
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CredentialsForm } from './credentials-form.tsx';
import type { Door, DoorInfo, OpenSession } from './door.ts';
import { LockedNotice } from './locked-notice.tsx';
import { ServerAddressForm } from './server-address-form.tsx';

interface SignInScreenProps {
  readonly door: Door;
  readonly info: DoorInfo;
  readonly expired: boolean;
  readonly onInfo: (info: DoorInfo) => void;
  readonly onOpen: (session: OpenSession) => void;
}

export function SignInScreen({ door, info, expired, onInfo, onOpen }: SignInScreenProps) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const asksAddress = door.place === 'desktop' && (changing || info.serverUrl === null);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="quiet" style={{ margin: 0 }}>
          {info.province ?? t('common.shortName')}
        </p>
        <h1 style={{ fontSize: 20, marginBottom: 16 }}>{t('common.appName')}</h1>
        {info.demo ? (
          <Alert type="info" showIcon title={t('session.demo')} style={{ marginBottom: 16 }} />
        ) : null}
        {expired ? (
          <Alert
            type="warning"
            showIcon
            title={t('session.expired')}
            style={{ marginBottom: 16 }}
          />
        ) : null}
        <LockedNotice left={info.left} />
        {asksAddress ? (
          <ServerAddressForm
            door={door}
            current={info.serverUrl}
            onSaved={(saved) => {
              setChanging(false);
              onInfo(saved);
            }}
            onCancel={
              info.serverUrl === null
                ? undefined
                : () => {
                    setChanging(false);
                  }
            }
          />
        ) : (
          <CredentialsForm
            door={door}
            info={info}
            onOpen={onOpen}
            onChangeServer={() => {
              setChanging(true);
            }}
          />
        )}
      </div>
    </main>
  );
}
