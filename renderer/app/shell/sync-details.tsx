/** Figures behind the sync state, and trying now. */
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SyncState } from '../../data/port/data-port.ts';
import { usePort, useSession } from '../../session/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export function SyncDetails({ state, onLeave }: { state: SyncState; onLeave: () => void }) {
  const { t } = useTranslation();
  const port = usePort();
  const local = port.place === 'local';
  const lines = [
    ...(local
      ? [
          [t('sync.waiting'), String(state.waiting)],
          [t('sync.refusedCount'), String(state.refused)],
        ]
      : []),
    [
      t('sync.lastContact'),
      state.lastContactUtc ? formatInstant(state.lastContactUtc) : t('sync.never'),
    ],
    ...(state.phase === 'pulling' ? [[t('sync.received'), String(state.received)]] : []),
  ];
  return (
    <div style={{ width: 340 }}>
      <dl style={{ margin: 0 }}>
        {lines.map(([label, value]) => (
          <div key={label} style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
            <dt className="quiet">{label}</dt>
            <dd style={{ margin: 0 }}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">{t(local ? 'sync.safeLocal' : 'sync.safeRemote')}</p>
      {state.problem ? (
        <div style={{ marginBottom: 12 }}>
          <ProblemAlert problem={state.problem} />
        </div>
      ) : null}
      <SyncActions state={state} onLeave={onLeave} />
    </div>
  );
}

function SyncActions({ state, onLeave }: { state: SyncState; onLeave: () => void }) {
  const { t } = useTranslation();
  const { sync } = usePort();
  const { leave } = useSession();
  const navigate = useNavigate();
  const [trying, setTrying] = useState(false);
  const tryNow = async () => {
    setTrying(true);
    // A failed try shows in the state itself, which is on screen.
    await sync.syncNow().catch(() => undefined);
    setTrying(false);
  };
  const openRefused = () => {
    onLeave();
    void navigate('/refused');
  };
  return (
    <Space wrap>
      {state.phase === 'signInNeeded' ? (
        <Button type="primary" onClick={() => void leave('expired')}>
          {t('sync.signInAgain')}
        </Button>
      ) : (
        <Button type="primary" loading={trying} onClick={() => void tryNow()}>
          {t('sync.now')}
        </Button>
      )}
      {state.refused > 0 ? <Button onClick={openRefused}>{t('sync.openRefused')}</Button> : null}
    </Space>
  );
}
